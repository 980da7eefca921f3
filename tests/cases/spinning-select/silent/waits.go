// Without the default the select waits.
package cases

func wait(done <-chan struct{}, work <-chan func()) {
	for {
		select {
		case f := <-work:
			f()
		case <-done:
			return
		}
	}
}
