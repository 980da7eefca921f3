// The helper closes what it was given; the caller goes on sending.
package cases

func flush(c chan int, all []int) {
	for _, v := range all {
		c <- v
	}
	close(c)
}

func batch(all []int) <-chan int {
	c := make(chan int, 64)
	flush(c, all)
	c <- 0 // want send-after-close[error] "c is closed before this send"
	return c
}
