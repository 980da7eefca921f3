// curfew: --level advice
// The directive gives the reason why this goroutine may outlive its test.
package cases

import "testing"

func TestForkedClock(t *testing.T) {
	ticks := make(chan int)
	go func() { //curfew:detached the clock is shared by all tests of the package
		for n := 0; ; n++ {
			ticks <- n
		}
	}()
	if <-ticks != 0 {
		t.Error("late")
	}
}
