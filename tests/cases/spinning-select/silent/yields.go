// The default lets others run.
package cases

import "runtime"

func wait(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default:
			runtime.Gosched()
		}
	}
}
