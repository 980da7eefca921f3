// The consumer is a method value.
package cases

type adder struct{ sum int }

func (a *adder) drain(c chan int) {
	for n := range c { // want deaf-range[warning] "nobody closes c"
		a.sum += n
	}
}

func feed(ns []int) {
	a := &adder{}
	drain := a.drain
	c := make(chan int)
	go drain(c)
	for _, n := range ns {
		c <- n
	}
}
