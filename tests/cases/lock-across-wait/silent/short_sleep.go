// curfew: --level advice
// The sleep under the lock is shorter than the bound.
package cases

import (
	"sync"
	"time"
)

type port struct {
	mu    sync.Mutex
	level int
}

func (p *port) pulse() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.level = 1
	time.Sleep(2 * time.Millisecond)
	p.level = 0
}
