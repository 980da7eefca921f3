// curfew: --level advice
// Run time: with -short the goroutine ends, and the test goes on. Without, nothing happens.
package cases

import "testing"

func TestShortSum(t *testing.T) {
	done := make(chan int)
	go func() {
		defer close(done)
		if testing.Short() {
			t.Skipf("slow: %d rounds", 1_000_000) // want fatal-in-goroutine "t.Skipf"
		}
		done <- 1
	}()
	t.Log(<-done)
}
