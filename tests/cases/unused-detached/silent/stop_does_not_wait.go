// As in type_waits, but Stop only signals: stop-without-wait is excused.
package cases

import (
	"context"
	"net/http"
	"time"
)

type Poller struct {
	cancel context.CancelFunc
}

func (p *Poller) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	//curfew:detached the last request may be lost
	go p.run(ctx)
}

func (p *Poller) run(ctx context.Context) {
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
}
