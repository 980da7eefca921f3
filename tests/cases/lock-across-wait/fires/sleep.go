// Run time: everyone who needs the lock waits out the pause of whoever has it.
package cases

import (
	"sync"
	"time"
)

type dialer struct {
	mu    sync.Mutex
	tries int
}

func (d *dialer) dial(attempt func() bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for !attempt() {
		d.tries++
		time.Sleep(time.Second) // want lock-across-wait "mu"
	}
}
