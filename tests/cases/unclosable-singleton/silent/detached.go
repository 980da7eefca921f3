// The directive gives the reason why this loop lives as long as the process.
package cases

import (
	"sync/atomic"
	"time"
)

var now atomic.Int64

func init() {
	go keepTime() //curfew:detached the coarse clock is wanted until the very end
}

func keepTime() {
	for t := range time.Tick(time.Millisecond) {
		now.Store(t.UnixMilli())
	}
}
