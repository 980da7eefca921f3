// The consumer is a method value, and its caller closes.
package cases

type adder struct{ sum int }

func (a *adder) drain(c chan int) {
	for n := range c {
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
	close(c)
}
