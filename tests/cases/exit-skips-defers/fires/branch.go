// The flag is given: only that branch has both the deferred drain and the exit after it.
package main

import (
	"os"
	"sync"
)

type spool struct {
	in chan string
	wg sync.WaitGroup
}

func newSpool() *spool {
	s := &spool{in: make(chan string, 16)}
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		for line := range s.in {
			os.Stdout.WriteString(line)
		}
	}()
	return s
}

func (s *spool) drain() {
	close(s.in)
	s.wg.Wait()
}

func main() {
	if len(os.Args) > 1 {
		s := newSpool()
		defer s.drain()
		s.in <- os.Args[1]
		if len(os.Args) > 2 {
			os.Exit(3) // want exit-skips-defers "Exit"
		}
	}
}
