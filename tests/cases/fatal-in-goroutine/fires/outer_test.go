// curfew: --level advice
// Run time: the subtest's goroutine ends as if by Goexit, and its report says no more than that.
package cases

import "testing"

func TestOuter(t *testing.T) {
	t.Run("inner", func(sub *testing.T) {
		if work() != nil {
			t.Fatal("no") // want fatal-in-goroutine[advice] "t.Fatal is called on the outer test from a subtest"
		}
	})
}

func work() error { return nil }
