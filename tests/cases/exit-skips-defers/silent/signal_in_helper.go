// curfew: --level advice
// The wait for a signal stands in a helper; main serves until it returns.
package main

import (
	"os"
	"os/signal"
	"sync"
)

type spool struct {
	in chan string
	wg sync.WaitGroup
}

func newSpool() *spool {
	s := &spool{in: make(chan string)}
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		for range s.in {
		}
	}()
	return s
}

func (s *spool) Close() {
	close(s.in)
	s.wg.Wait()
}

func untilInterrupted() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	<-signals
}

func main() {
	s := newSpool()
	defer s.Close()
	untilInterrupted()
}
