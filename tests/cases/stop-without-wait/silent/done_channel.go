// Stop waits for the channel that the poller closes at its end.
package cases

import (
	"context"
	"net/http"
	"time"
)

type Poller struct {
	cancel context.CancelFunc
	done   chan struct{}
}

func (p *Poller) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.done = make(chan struct{})
	go p.run(ctx)
}

func (p *Poller) run(ctx context.Context) {
	defer close(p.done)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			if resp, err := http.Post("http://example.com/alive", "text/plain", nil); err == nil {
				resp.Body.Close()
			}
		}
	}
}

func (p *Poller) Stop() {
	p.cancel()
	<-p.done
}
