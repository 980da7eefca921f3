// A case may be ready one day.
package cases

func Wait(done <-chan struct{}) {
	select {
	case <-done:
	}
}
