// The loop makes it; that it runs no round at all is not assumed.
package cases

func last(sizes []int) {
	var q chan int
	for _, size := range sizes {
		q = make(chan int, size)
	}
	close(q)
}
