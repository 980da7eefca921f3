// A lock does not know its holder, and no new reader gets in behind a waiting writer.
package proofs_double_lock

import (
	"runtime"
	"sync"
	"testing"
)

type store struct {
	mu sync.Mutex
	n  int
}

// count tells whether it got the lock, where the rule's bad example would wait for it.
func (s *store) count() (int, bool) {
	if !s.mu.TryLock() {
		return 0, false
	}
	defer s.mu.Unlock()
	return s.n, true
}

func TestTheHolderWaitsForItself(t *testing.T) {
	var s store
	s.mu.Lock()
	_, got := s.count()
	s.mu.Unlock()
	if got {
		t.Error("the lock was taken twice")
	}
}

func TestGivenBackItCanBeTaken(t *testing.T) {
	var s store
	s.mu.Lock()
	s.mu.Unlock()
	if _, got := s.count(); !got {
		t.Error("the lock was held")
	}
}

func TestAReaderWaitsBehindAWriter(t *testing.T) {
	var mu sync.RWMutex
	mu.RLock()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		mu.Lock()
		mu.Unlock()
	}()
	for mu.TryRLock() { // until the writer waits
		mu.RUnlock()
		runtime.Gosched()
	}
	mu.RUnlock()
	wg.Wait()
}

func TestReadersShareWithoutAWriter(t *testing.T) {
	var mu sync.RWMutex
	mu.RLock()
	if !mu.TryRLock() {
		t.Fatal("the second reader waits")
	}
	mu.RUnlock()
	mu.RUnlock()
}
