// Run time: the goroutine ends at its first statement, and the test, which goes on, is not skipped by its rest.
package cases

import "testing"

func TestSkippedAlways(t *testing.T) {
	done := make(chan int)
	go func() {
		defer close(done)
		t.Skip("not on this machine") // want fatal-in-goroutine "t.Skip"
	}()
	t.Log(<-done)
}
