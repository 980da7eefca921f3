// The literal is what is done once the context has ended: it needs another one.
package cases

import (
	"context"
	"time"
)

type pusher struct{ input, sent chan string }

func newPusher() *pusher {
	return &pusher{input: make(chan string, 8), sent: make(chan string)}
}

func (p *pusher) flush(ctx context.Context, item string) {
	select {
	case p.sent <- item:
	case <-ctx.Done():
	}
}

func (p *pusher) run(ctx context.Context) {
	shutdown := func() {
		last, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		for item := range p.input {
			p.flush(last, item)
		}
	}
	for {
		select {
		case <-ctx.Done():
			shutdown()
			return
		case item := <-p.input:
			p.flush(ctx, item)
		}
	}
}

func (p *pusher) stop() { close(p.input) }
