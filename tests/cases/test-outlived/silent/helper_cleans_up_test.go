// curfew: --level advice
// The helper registers a cleanup that stops and joins what it started.
package cases

import "testing"

func startCounter(t *testing.T) chan<- int {
	t.Helper()
	in := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range in {
		}
	}()
	t.Cleanup(func() {
		close(in)
		<-done
	})
	return in
}

func TestCounter(t *testing.T) {
	in := startCounter(t)
	in <- 1
	in <- 2
}
