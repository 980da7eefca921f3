// The lock makes its users wait for their turn; nobody takes it for anything else.
package cases

import (
	"sync"
	"time"
)

type pacer struct {
	mu   sync.Mutex
	next time.Time
}

func (p *pacer) wait(step time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if d := time.Until(p.next); d > 0 {
		t := time.NewTimer(d)
		<-t.C
	}
	p.next = time.Now().Add(step)
}
