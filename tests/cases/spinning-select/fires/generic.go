// Run time: the element type does not matter.
package cases

func first[T any](in <-chan T, done <-chan struct{}) (v T) {
	for {
		select {
		case v = <-in:
			return v
		case <-done:
			return v
		default: // want spinning-select "default"
		}
	}
}
