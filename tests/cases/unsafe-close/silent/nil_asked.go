// What was not made is not closed.
package cases

func queue(size int) {
	var q chan int
	if size > 0 {
		q = make(chan int, size)
		q <- size
	}
	if q != nil {
		close(q)
	}
}
