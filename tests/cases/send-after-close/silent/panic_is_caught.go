// The sender is prepared for it.
package cases

func offer(c chan int, v int) (ok bool) {
	defer func() { ok = recover() == nil }()
	c <- v
	return true
}

func try() {
	c := make(chan int, 1)
	go offer(c, 1)
	close(c)
}
