// A context is cancelled before the value built from it is closed: that is how it is told to stop.
package cases

import "context"

type Service struct {
	done chan struct{}
}

func NewService(ctx context.Context) *Service {
	s := &Service{done: make(chan struct{})}
	go func() {
		defer close(s.done)
		<-ctx.Done()
	}()
	return s
}

func (s *Service) Close() error {
	<-s.done
	return nil
}

func app(parent context.Context, work func(*Service)) {
	ctx, cancel := context.WithCancel(parent)
	service := NewService(ctx)
	defer service.Close()
	defer cancel()
	work(service)
}
