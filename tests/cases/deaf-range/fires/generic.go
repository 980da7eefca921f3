// A generic consumer of a channel that its caller never closes.
package cases

func each[T any](c chan T, visit func(T)) {
	for v := range c { // want deaf-range[warning] "nobody closes c"
		visit(v)
	}
}

func visitAll(ns []int, visit func(int)) {
	c := make(chan int)
	go each(c, visit)
	for _, n := range ns {
		c <- n
	}
}
