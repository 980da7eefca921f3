// curfew: --level advice
// Oracle is called: divine is not written in Go, and the way to stop it goes into a function that is not seen either.
package cases

import (
	"context"
	"sync"
)

type Seer struct{}

func newSeer(halt context.CancelFunc) *Seer

func (s *Seer) divine(life context.Context)

var (
	awaken sync.Once
	seer   *Seer
)

func Oracle() *Seer {
	awaken.Do(func() {
		life, halt := context.WithCancel(context.Background())
		seer = newSeer(halt)
		go seer.divine(life) // want unclosable-singleton[advice] "divine"
	})
	return seer
}
