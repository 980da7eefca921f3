// The helper that sends closes what it is given.
package cases

func show(c <-chan string) {
	for s := range c {
		println(s)
	}
}

func send(c chan<- string, names []string) {
	defer close(c)
	for _, n := range names {
		c <- "hello " + n
	}
}

func greet(names []string) {
	c := make(chan string)
	go show(c)
	send(c, names)
}
