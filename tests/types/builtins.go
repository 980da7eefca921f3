package builtins

import "unsafe"

// What a builtin is in a call, and which calls are constant.
func use(s []int, b []byte, p *[4]string, m map[string]bool, c chan<- int, z complex128) {
	s = append(s, 1, 2)
	s = append(s, s...)
	b = append(b, "bytes"...)
	_ = len(s) + cap(s) + len(p) + len("abc") + len(m)
	n := copy(b, "text")
	q := new(int)
	r := new(n + 1)
	_, _ = q, r
	t := make([][]byte, n, 10)
	clear(m)
	clear(t)
	delete(m, "k")
	close(c)
	_ = complex(real(z), imag(z))
	_ = complex(1, 2)
	_ = min(1, 2.5, 'a')
	_ = max(n, 3)
	defer func() { _ = recover() }()
	print(1, "a")
	println(nil == q)
	const size = unsafe.Sizeof(struct {
		a byte
		b int64
	}{})
	_ = unsafe.Slice(&b[0], size)
	_ = unsafe.Pointer(q)
	panic("no")
}

type name []byte

type place *int32

// The slice and the pointer that unsafe is given are named; the builtin takes what they stand for.
func data(n name, p place) {
	_ = unsafe.SliceData(n)
	_ = unsafe.Slice(p, 3)
}

func variable() float64 { return 1 }

// Only a constant that another operand is compared with is rounded to that one's type.
func extremes() {
	_ = min(0.1, 0.2, variable())
	_ = min(2, 1, int8(3))
}

// The length is constant however many calls fill the variable, which is declared later.
const filled = len(values)

var values = [...]float64{variable(), variable()}

// Real numbers may be written as complex ones.
const whole = complex(1+0i, 0i)
