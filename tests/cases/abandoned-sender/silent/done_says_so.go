// The second channel is closed when the goroutine has sent, if it sends at all.
package cases

func find(search func() (int, bool)) (int, bool) {
	hits := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if hit, ok := search(); ok {
			hits <- hit
		}
	}()
	select {
	case h := <-hits:
		return h, true
	case <-done:
		return 0, false
	}
}
