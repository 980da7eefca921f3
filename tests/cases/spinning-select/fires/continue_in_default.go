// Run time: continue asks again at once.
package cases

func wait(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default: // want spinning-select "default"
			continue
		}
	}
}
