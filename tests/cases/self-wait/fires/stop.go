// The goroutine calls the Stop of its type, which waits for the channel that the goroutine closes at its end.
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
				s.Stop() // want self-wait[error] "s.Stop waits for the goroutine that calls it here"
			}
		}
	}
}

func (s *Service) Stop() {
	s.cancel()
	<-s.done
}
