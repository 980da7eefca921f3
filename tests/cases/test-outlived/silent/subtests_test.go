// curfew: --level advice
// Each subtest joins its own goroutine before it returns.
package cases

import "testing"

func TestTable(t *testing.T) {
	for _, n := range []int{1, 2, 3} {
		t.Run("n", func(t *testing.T) {
			done := make(chan int)
			go func() {
				sum := 0
				for i := range n {
					sum += i
				}
				done <- sum
			}()
			if got := <-done; got != n*(n-1)/2 {
				t.Errorf("got %d", got)
			}
		})
	}
}
