// A subtest that a goroutine runs has a test and a goroutine of its own.
package cases

import "testing"

func TestSub(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		t.Run("inner", func(t *testing.T) {
			t.Fatal("no")
		})
	}()
	<-done
}
