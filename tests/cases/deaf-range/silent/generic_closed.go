// The same with a close.
package cases

func each[T any](c chan T, visit func(T)) {
	for v := range c {
		visit(v)
	}
}

func visitAll(ns []int, visit func(int)) {
	c := make(chan int)
	defer close(c)
	go each(c, visit)
	for _, n := range ns {
		c <- n
	}
}
