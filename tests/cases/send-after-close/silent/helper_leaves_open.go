// The helper leaves the close to its caller.
package cases

func flush(c chan int, all []int) {
	for _, v := range all {
		c <- v
	}
}

func batch(all []int) <-chan int {
	c := make(chan int, 64)
	flush(c, all)
	c <- 0
	close(c)
	return c
}
