package cases

import "sync"

type desk struct {
	mu sync.RWMutex
	n  int
}

func peek(d *desk, later func(func())) int {
	d.mu.RLock()
	later(d.mu.RUnlock)
	return d.n
}
