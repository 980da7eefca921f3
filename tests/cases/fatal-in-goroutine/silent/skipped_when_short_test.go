// No warning: the test is skipped on a condition, and where it does not hold the goroutine goes on. As advice it is said.
package cases

import "testing"

func slowSum(n int) int {
	sum := 0
	for k := range n {
		sum += k
	}
	return sum
}

func TestSlowSum(t *testing.T) {
	done := make(chan int)
	go func() {
		defer close(done)
		if testing.Short() {
			t.Skip("slow")
		}
		done <- slowSum(1_000_000)
	}()
	t.Log(<-done)
}
