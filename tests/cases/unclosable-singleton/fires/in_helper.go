// curfew: --level advice
// GetService is called: what Do runs is a function of its own, and the body that it starts is not seen.
package cases

import (
	"context"
	"sync"
)

type Service struct{}

func newService(cancel context.CancelFunc) *Service

func (s *Service) run(ctx context.Context)

var (
	singletonOnce sync.Once
	singleton     *Service
)

func GetService() *Service {
	singletonOnce.Do(build)
	return singleton
}

func build() {
	ctx, cancel := context.WithCancel(context.Background())
	singleton = newService(cancel)
	launch(ctx, singleton)
}

func launch(ctx context.Context, s *Service) {
	go s.run(ctx) // want unclosable-singleton[advice] "run"
}
