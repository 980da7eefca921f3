// curfew: --level advice
// Submit listens for a context and for the end, but Close still closes the queue.
package cases

import "context"

type Job func()

type Pool struct {
	in     chan Job
	closed chan struct{}
	cancel context.CancelFunc
}

func (p *Pool) Submit(ctx context.Context, j Job) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-p.closed:
		return context.Canceled
	case p.in <- j: // want send-after-close[advice] "Pool.Submit panics"
		return nil
	}
}

func (p *Pool) Close() {
	p.cancel()
	close(p.in) // want unsafe-close[advice] "a second call of Pool.Close panics"
}
