// curfew: --level advice
// Stop waits for the goroutine to say that it is done.
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
	<-p.done // want unbounded-drain[advice] "http.Get can keep"
}
