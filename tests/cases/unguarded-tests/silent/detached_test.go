// curfew: --level advice --rule unguarded-tests
// The goroutine is declared to live as long as the process.
package cases

import (
	"testing"
	"time"
)

var now time.Time

func start() {
	//curfew:detached the one clock of the process
	go func() {
		for range time.Tick(time.Second) {
			now = time.Now()
		}
	}()
}

func TestStart(t *testing.T) {
	start()
}
