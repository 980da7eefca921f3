// curfew: --level advice
// The goroutine's last act is to send its result, and the test receives it.
package cases

import "testing"

func double(n int) int { return 2 * n }

func TestDouble(t *testing.T) {
	result := make(chan int)
	go func() { result <- double(21) }()
	if got := <-result; got != 42 {
		t.Errorf("got %d", got)
	}
}
