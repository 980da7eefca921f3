// The helper leaves the close to its caller.
package cases

func drain(c chan int) {
	for len(c) > 0 {
		<-c
	}
}

func finish() {
	c := make(chan int, 4)
	c <- 1
	drain(c)
	close(c)
}
