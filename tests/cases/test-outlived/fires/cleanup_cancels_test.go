// curfew: --level advice
// The cleanup closes quit and does not wait, so the goroutine can outlive the test by a moment.
package cases

import "testing"

func TestServe(t *testing.T) {
	quit := make(chan struct{})
	requests := make(chan int)
	t.Cleanup(func() { close(quit) })
	go func() { // want test-outlived[advice] "TestServe"
		for {
			select {
			case <-requests:
			case <-quit:
				return
			}
		}
	}()
	requests <- 1
}
