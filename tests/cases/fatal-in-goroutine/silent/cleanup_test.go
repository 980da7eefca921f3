// Cleanups run on the test's own goroutine.
package cases

import "testing"

func TestCleanup(t *testing.T) {
	t.Cleanup(func() {
		if work() != nil {
			t.Fatal("no")
		}
	})
}

func work() error { return nil }
