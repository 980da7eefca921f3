// A scheduler's stop marks the end under the lock and waits for its jobs outside.
package main

import (
	"fmt"
	"sync"
	"time"
)

type scheduler struct {
	mu      sync.Mutex
	running sync.WaitGroup
	stopped bool
	history []string
}

func (s *scheduler) start(name string, job func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return false
	}
	s.running.Add(1)
	go s.run(name, job)
	return true
}

func (s *scheduler) run(name string, job func()) {
	defer s.running.Done()
	job()
	s.record(name)
}

func (s *scheduler) record(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.history = append(s.history, name)
}

func (s *scheduler) stop() {
	s.mu.Lock()
	s.stopped = true
	s.mu.Unlock()
	s.running.Wait()
}

func main() {
	s := &scheduler{}
	for i := 0; i < 3; i++ {
		s.start(fmt.Sprint("job", i), func() { time.Sleep(10 * time.Millisecond) })
	}
	s.stop()
	fmt.Println(len(s.history))
}
