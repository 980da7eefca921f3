// The process shuts down: the cancel function lies in a field that nothing ever calls.
package cases

import (
	"context"
	"sync"
	"time"
)

type Service struct {
	cancel context.CancelFunc
	rounds int
}

var (
	serviceOnce sync.Once
	service     *Service
)

func GetService() *Service {
	serviceOnce.Do(func() {
		ctx, cancel := context.WithCancel(context.Background()) // want lost-cancel "cancel"
		service = &Service{cancel: cancel}
		go service.run(ctx) // want unclosable-singleton "run"
	})
	return service
}

func (s *Service) run(ctx context.Context) {
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
