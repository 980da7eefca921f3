// Halt sets the flag that the loop reads on each round, then waits for it.
package cases

import (
	"sync"
	"sync/atomic"
)

type Spinner struct {
	halted atomic.Bool
	wg     sync.WaitGroup
	turns  int
}

func (s *Spinner) Start() {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		for !s.halted.Load() {
			s.turns++
		}
	}()
}

func (s *Spinner) Halt() {
	s.halted.Store(true)
	s.wg.Wait()
}
