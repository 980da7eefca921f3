// The test passes: the loop that it started runs on beside every later test of the package.
package cases

import (
	"sync/atomic"
	"testing"
	"time"
)

func TestCountsUp(t *testing.T) {
	var n atomic.Int64
	go func() { // want test-outlived "TestCountsUp"
		for range time.Tick(time.Millisecond) {
			n.Add(1)
		}
	}()
	time.Sleep(10 * time.Millisecond)
	if n.Load() == 0 {
		t.Error("no tick seen")
	}
}
