// A session's restart cancels the run before it begins another.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type session struct {
	mu     sync.Mutex
	cancel context.CancelFunc
	beats  int
}

func (s *session) beat(ctx context.Context) {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.mu.Lock()
			s.beats++
			s.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

func (s *session) Restart() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cancel != nil {
		s.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	go s.beat(ctx)
}

func (s *session) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

func use() {
	s := &session{}
	s.Restart()
	s.Restart()
	s.Close()
	fmt.Println("closed")
}

func main() {
	use()
	time.Sleep(10 * time.Millisecond)
}
