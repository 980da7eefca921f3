// The helper ranges over what it is given, on a goroutine of its caller.
package cases

func show(c <-chan string) {
	for s := range c { // want deaf-range[warning] "nobody closes c"
		println(s)
	}
}

func greet(names []string) {
	c := make(chan string)
	go show(c)
	for _, n := range names {
		c <- "hello " + n
	}
}
