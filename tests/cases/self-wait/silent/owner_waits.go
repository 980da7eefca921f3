// The goroutine cancels itself and returns; its owner is the one who waits.
package cases

import "context"

type Service struct {
	in     chan string
	cancel context.CancelFunc
	done   chan struct{}
}

func (s *Service) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.done = make(chan struct{})
	go s.run(ctx)
}

func (s *Service) run(ctx context.Context) {
	defer close(s.done)
	for {
		select {
		case <-ctx.Done():
			return
		case line := <-s.in:
			if line == "quit" {
				s.cancel()
			}
		}
	}
}

func (s *Service) Stop() {
	s.cancel()
	<-s.done
}
