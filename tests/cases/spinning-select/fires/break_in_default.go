// Run time: break leaves the select, not the loop.
package cases

func wait(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default: // want spinning-select "default"
			break
		}
	}
}
