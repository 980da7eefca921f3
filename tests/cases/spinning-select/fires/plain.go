// Run time: while neither channel is ready, the loop keeps a processor busy.
package cases

func wait(done <-chan struct{}, work <-chan func()) {
	for {
		select {
		case f := <-work:
			f()
		case <-done:
			return
		default: // want spinning-select[warning] "this default leads straight back to its select"
		}
	}
}
