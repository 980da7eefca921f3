// A reaper's loop gives each session's lock back before it goes on.
package main

import (
	"fmt"
	"sync"
	"time"
)

type session struct {
	sync.Mutex
	id   string
	seen time.Time
	dead bool
}

type sessions struct {
	all []*session
	ttl time.Duration
}

func (s *session) touch() {
	s.Lock()
	s.seen = time.Now()
	s.Unlock()
}

func (r *sessions) reap(now time.Time) int {
	n := 0
	for _, s := range r.all {
		s.Lock()
		if now.Sub(s.seen) < r.ttl {
			s.Unlock()
			continue
		}
		s.dead = true
		n++
		s.Unlock()
	}
	return n
}

func main() {
	r := &sessions{ttl: time.Minute}
	for i := 0; i < 3; i++ {
		r.all = append(r.all, &session{id: fmt.Sprint(i), seen: time.Now()})
	}
	fmt.Println(r.reap(time.Now()))
	for _, s := range r.all {
		s.touch()
	}
}
