// A session's restart overwrites the cancel function of the run before: that run's goroutine stays.
// fails: lives
// rule: lost-cancel
// in: Restart
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
