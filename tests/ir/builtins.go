package p

import "unsafe"

func builtins(s, t []int, m map[int]int, c chan int) int {
	s = append(s, t...)
	n := copy(s, t)
	delete(m, 1)
	clear(m)
	p := new(int)
	q := new(n + 1)
	_ = make(chan int, n)
	_ = make([]int, n, 2*n)
	_ = make(map[int]bool)
	_ = min(n, *p, *q)
	close(c)
	print(cap(s), len(c))
	_ = unsafe.Pointer(p)
	return max(n, 1)
}
