// Stop waits; called by its own goroutine it waits for itself.
package fixed

import "context"

type Service struct {
	cancel context.CancelFunc
	done   chan struct{}
}

func Start(work func(context.Context) error) *Service {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Service{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(s.done)
		if err := work(ctx); err != nil {
			s.Stop()
		}
	}()
	return s
}

func (s *Service) Stop() {
	s.cancel()
	<-s.done
}
