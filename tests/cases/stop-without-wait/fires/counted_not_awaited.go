// Stop is called: the group counts the loop, and no code waits for the group.
package cases

import (
	"context"
	"net/http"
	"sync"
	"time"
)

type Pinger struct {
	wg     sync.WaitGroup
	cancel context.CancelFunc
}

func (p *Pinger) Start(ctx context.Context) {
	ctx, p.cancel = context.WithCancel(ctx)
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				if resp, err := http.Get("http://example.com/"); err == nil {
					resp.Body.Close()
				}
			}
		}
	}()
}

func (p *Pinger) Stop() {
	p.cancel() // want stop-without-wait "Pinger.Stop"
}
