// The field is the lifetime of the goroutine that the value owns and stops; Submit only asks whether it is over.
package cases

import (
	"context"
	"errors"
)

type Pool struct {
	ctx    context.Context
	cancel context.CancelFunc
	jobs   chan func()
	done   chan struct{}
}

func NewPool() *Pool {
	p := &Pool{jobs: make(chan func()), done: make(chan struct{})}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	go p.run()
	return p
}

func (p *Pool) run() {
	defer close(p.done)
	for {
		select {
		case <-p.ctx.Done():
			return
		case job := <-p.jobs:
			job()
		}
	}
}

func (p *Pool) Submit(ctx context.Context, job func()) error {
	select {
	case p.jobs <- job:
		return nil
	case <-p.ctx.Done():
		return errors.New("pool is closed")
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *Pool) Close() {
	p.cancel()
	<-p.done
}
