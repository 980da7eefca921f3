// Stop is called while the poller is inside its request: the answer is lost, and the caller believes all is over.
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
	p.cancel() // want stop-without-wait[warning] "Poller.Stop does not wait"
}
