// Run time: the channel lies in a field and is only received from between two jobs.
package cases

import (
	"os"
	"os/signal"
)

type server struct{ stop chan os.Signal }

func newServer() *server { return &server{stop: make(chan os.Signal)} }

func (s *server) listen() {
	signal.Notify(s.stop, os.Interrupt) // want unbuffered-signal "s.stop has no slot"
}

func (s *server) run(jobs <-chan func()) {
	for {
		select {
		case job, ok := <-jobs:
			if !ok {
				return
			}
			job()
		case <-s.stop:
			return
		}
	}
}
