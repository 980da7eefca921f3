// Without a size nothing was made.
package cases

func queue(size int) {
	var q chan int
	if size > 0 {
		q = make(chan int, size)
		q <- size
	}
	close(q) // want unsafe-close[warning] "q is nil here"
}
