// curfew: --level advice
// Stop signals and waits; the goroutine may be in a request that hears of no signal.
package cases

import (
	"net/http"
	"sync"
	"time"
)

type Poller struct {
	once sync.Once
	quit chan struct{}
	wg   sync.WaitGroup
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
			if resp, err := http.Get("http://example.com/alive"); err == nil {
				resp.Body.Close()
			}
		}
	}
}

func (p *Poller) Stop() {
	p.once.Do(func() { close(p.quit) })
	p.wg.Wait() // want unbounded-drain[advice] "http.Get can keep"
}
