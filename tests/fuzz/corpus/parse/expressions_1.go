package p

func f() {
	_ = <-chan<- int(c)
	_ = (func())(nil)
	_ = map[string]int(nil)
	_ = *(*int)(p)
	_ = interface{}(nil)
	_ = make(chan struct{}, 1)
	_ = make([]int, 2, 3,)
	_ = f(func() {}, func(x int) {},)
}
}
