// curfew: --level advice
// What the goroutine does between its looks at the signal waits for nobody.
package cases

import (
	"sync"
	"time"
)

type Poller struct {
	once sync.Once
	quit chan struct{}
	wg   sync.WaitGroup

	rounds int
}

func NewPoller() *Poller {
	p := &Poller{quit: make(chan struct{})}
	p.wg.Add(1)
	go p.run()
	return p
}

func (p *Poller) run() {
	defer p.wg.Done()
	for {
		select {
		case <-p.quit:
			return
		case <-time.After(time.Second):
			p.rounds++
		}
	}
}

func (p *Poller) Stop() {
	p.once.Do(func() { close(p.quit) })
	p.wg.Wait()
}
