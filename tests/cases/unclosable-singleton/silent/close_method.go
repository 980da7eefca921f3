// The singleton is returned, and its exported Close cancels and waits.
package cases

import (
	"context"
	"sync"
	"time"
)

type Service struct {
	cancel context.CancelFunc
	done   chan struct{}
	rounds int
}

var (
	once    sync.Once
	service *Service
)

func Get() *Service {
	once.Do(func() {
		ctx, cancel := context.WithCancel(context.Background())
		service = &Service{cancel: cancel, done: make(chan struct{})}
		go service.run(ctx)
	})
	return service
}

func (s *Service) run(ctx context.Context) {
	defer close(s.done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			s.rounds++
		}
	}
}

func (s *Service) Close() {
	s.cancel()
	<-s.done
}
