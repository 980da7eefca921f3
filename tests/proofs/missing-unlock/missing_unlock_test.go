// A return that passes the Unlock leaves the lock to nobody.
package proofs_missing_unlock

import (
	"sync"
	"testing"
)

type limiter struct {
	mu   sync.Mutex
	used int
}

func (l *limiter) forgetful(max int) bool {
	l.mu.Lock()
	if l.used >= max {
		return false
	}
	l.used++
	l.mu.Unlock()
	return true
}

func (l *limiter) deferring(max int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.used >= max {
		return false
	}
	l.used++
	return true
}

func TestTheEarlyReturnKeepsTheLock(t *testing.T) {
	var l limiter
	if l.forgetful(1); !l.mu.TryLock() {
		t.Fatal("the usual path kept it")
	}
	l.mu.Unlock()
	if l.forgetful(1); l.mu.TryLock() {
		t.Error("the early return gave it back")
	}
}

func TestTheDeferredUnlockRunsOnBoth(t *testing.T) {
	var l limiter
	for range 2 {
		l.deferring(1)
		if !l.mu.TryLock() {
			t.Fatal("it was kept")
		}
		l.mu.Unlock()
	}
}
