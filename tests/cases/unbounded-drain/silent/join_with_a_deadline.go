// curfew: --level advice
// The request has a context with a deadline.
package cases

import (
	"context"
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
			p.ask()
		}
	}
}

func (p *Poller) Stop() {
	p.once.Do(func() { close(p.quit) })
	p.wg.Wait()
}

func (p *Poller) ask() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://example.com/alive", nil)
	if err != nil {
		return
	}
	if resp, err := http.DefaultClient.Do(req); err == nil {
		resp.Body.Close()
	}
}
