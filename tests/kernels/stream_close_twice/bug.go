// A stream closes its done channel when its reader fails and again in Close.
// fails: panic
// rule: unsafe-close
// in: fail Close
package main

import (
	"errors"
	"fmt"
	"sync"
)

type stream struct {
	mu   sync.Mutex
	done chan struct{}
	once sync.Once
	err  error
}

func newStream() *stream { return &stream{done: make(chan struct{})} }

func (s *stream) shut() {
	close(s.done)
}

func (s *stream) fail(err error) {
	s.mu.Lock()
	s.err = err
	s.mu.Unlock()
	s.shut()
}

func (s *stream) recv(frames [][]byte) {
	for _, f := range frames {
		if len(f) == 0 {
			s.fail(errors.New("empty frame"))
			return
		}
	}
}

func (s *stream) Close() error {
	s.shut()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

func main() {
	s := newStream()
	s.recv([][]byte{[]byte("a"), nil})
	fmt.Println(s.Close())
}
