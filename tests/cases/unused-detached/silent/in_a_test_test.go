// A test leaves it running.
package cases

import (
	"testing"
	"time"
)

var now time.Time

func TestClock(t *testing.T) {
	go func() { //curfew:detached the clock is shared by all tests
		for {
			time.Sleep(time.Second)
			now = time.Now()
		}
	}()
}
