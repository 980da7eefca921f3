// Start and then Stop are called: stopping the ticker leaves the range blocked on a channel that stays open.
package cases

import "time"

type Sampler struct {
	ticker *time.Ticker
	seen   int
}

func (s *Sampler) Start() {
	go s.sample() // want immortal-goroutine "sample"
}

func (s *Sampler) sample() {
	for range s.ticker.C {
		s.seen++
	}
}

func (s *Sampler) Stop() {
	s.ticker.Stop()
}
