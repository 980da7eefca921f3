// Close cancels the goroutine's own context and waits for its end.
package cases

import (
	"context"
	"time"
)

type Sampler struct {
	cancel context.CancelFunc
	done   chan struct{}
	n      int
}

func NewSampler(ctx context.Context) *Sampler {
	ctx, cancel := context.WithCancel(ctx)
	s := &Sampler{cancel: cancel, done: make(chan struct{})}
	go s.run(ctx)
	return s
}

func (s *Sampler) run(ctx context.Context) {
	defer close(s.done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			s.n++
		}
	}
}

func (s *Sampler) Close() error {
	s.cancel()
	<-s.done
	return nil
}
