// A lessor locks itself and then the store; the store's sweep locks the store and then the lessor.
// fails: deadlock
// rule: lock-order
// in: grant forget sweep put expired
package main

import (
	"sync"
	"time"
)

type store struct {
	mu   sync.Mutex
	keys map[string]int64
	less *lessor
}

type lessor struct {
	mu     sync.Mutex
	leases map[int64]time.Time
	st     *store
}

func (s *store) put(key string, lease int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys[key] = lease
}

func (l *lessor) grant(id int64, key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.leases[id] = time.Now()
	time.Sleep(time.Millisecond)
	l.st.put(key, id)
}

func (l *lessor) expired(id int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return time.Since(l.leases[id]) > time.Hour
}

func (s *store) sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, id := range s.keys {
		time.Sleep(time.Millisecond)
		if s.less.expired(id) {
			delete(s.keys, key)
		}
	}
}

func main() {
	s := &store{keys: map[string]int64{"x": 1, "y": 2}}
	l := &lessor{leases: map[int64]time.Time{}, st: s}
	s.less = l
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for i := int64(0); i < 50; i++ {
			l.grant(i, "k")
		}
	}()
	go func() {
		defer wg.Done()
		for i := 0; i < 50; i++ {
			s.sweep()
		}
	}()
	wg.Wait()
}
