// Run time: each call locks its own copy, so two of them write the map at the same time.
package cases

import "sync"

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c counter) add(key string) { // want copied-lock "receiver is a copy of the caller's counter, with the sync.Mutex in .mu"
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[key]++
}
