// Run time: there is nothing to wait for, and the loop runs until somebody sets the flag.
package cases

func hold(stop *bool) {
	for !*stop {
		select {
		default: // want spinning-select "default"
		}
	}
}
