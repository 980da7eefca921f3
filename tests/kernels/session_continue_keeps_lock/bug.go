// A reaper's loop skips a session that is young with continue and keeps that session's lock.
// fails: deadlock
// rule: missing-unlock, double-lock
// in: reap
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
