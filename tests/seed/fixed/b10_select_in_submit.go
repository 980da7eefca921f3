// Submit listens for the end, and the channel is still closed beside it.
package fixed

import (
	"context"
	"errors"
)

var errClosed = errors.New("closed")

type Pool struct {
	in     chan func()
	closed chan struct{}
	cancel context.CancelFunc
}

func (p *Pool) Submit(ctx context.Context, job func()) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-p.closed:
		return errClosed
	case p.in <- job:
		return nil
	}
}

func (p *Pool) Close() {
	p.cancel()
	close(p.in)
}
