package selfwait

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type service struct {
	wg   sync.WaitGroup
	once sync.Once
	quit chan struct{}
}

func (s *service) signal() { s.once.Do(func() { close(s.quit) }) }

func (s *service) Stop() {
	s.signal()
	s.wg.Wait()
}

func TestAGoroutineThatStopsItsServiceWaitsForItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &service{quit: make(chan struct{})}
		s.wg.Add(1)
		returned := false
		go func() {
			s.Stop()
			returned = true
		}()
		time.Sleep(time.Hour)
		if returned {
			t.Error("Stop returned on the goroutine that it waits for")
		}
		s.wg.Done() // what the goroutine would have done at its end
	})
}

func TestAGoroutineThatOnlySignalsEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &service{quit: make(chan struct{})}
		s.wg.Go(s.signal)
		s.Stop() // returns, or the bubble reports a deadlock
	})
}
