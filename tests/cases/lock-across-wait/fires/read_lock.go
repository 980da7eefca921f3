// Run time: a read lock held across a receive keeps writers out, and a waiting writer keeps further readers out.
package cases

import "sync"

type table struct {
	mu    sync.RWMutex
	rows  map[string]int
	ready chan struct{}
}

func (t *table) get(key string) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	<-t.ready // want lock-across-wait "mu"
	return t.rows[key]
}

func (t *table) set(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = n
}
