// Any row of the table runs: its subtest leaves a goroutine blocked on a send that has no second receiver.
package cases

import "testing"

func TestSizes(t *testing.T) {
	for _, size := range []int{1, 2, 4} {
		t.Run("size", func(t *testing.T) {
			out := make(chan int)
			go func() { // want test-outlived "TestSizes"
				for {
					out <- size
				}
			}()
			if got := <-out; got != size {
				t.Errorf("got %d", got)
			}
		})
	}
}
