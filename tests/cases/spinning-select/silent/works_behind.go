// The work stands behind the select.
package cases

func run(done <-chan struct{}, step func()) {
	for {
		select {
		case <-done:
			return
		default:
		}
		step()
	}
}
