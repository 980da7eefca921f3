// curfew: --level advice --rule unguarded-tests
// A timer is no goroutine until it fires.
package cases

import (
	"testing"
	"time"
)

var fired bool

func start() *time.Timer {
	return time.AfterFunc(time.Hour, func() { fired = true })
}

func TestStart(t *testing.T) {
	start().Stop()
}
