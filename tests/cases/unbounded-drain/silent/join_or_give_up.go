// curfew: --level advice
// Stop waits for the goroutine, or a second.
package cases

import (
	"net/http"
	"sync"
	"time"
)

type Poller struct {
	once       sync.Once
	quit, done chan struct{}
}

func NewPoller() *Poller {
	p := &Poller{quit: make(chan struct{}), done: make(chan struct{})}
	go p.run()
	return p
}

func (p *Poller) run() {
	defer close(p.done)
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
	select {
	case <-p.done:
	case <-time.After(time.Second):
	}
}
