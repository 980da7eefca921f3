// curfew: --level advice
// GetService is called: the goroutine is a method value of the singleton, and its body is not seen.
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
	singletonOnce.Do(func() {
		ctx, cancel := context.WithCancel(context.Background())
		singleton = newService(cancel)
		loop := singleton.run
		go loop(ctx) // want unclosable-singleton[advice] "run"
	})
	return singleton
}
