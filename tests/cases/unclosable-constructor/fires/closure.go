// NewCache returns: the closure that it started keeps sweeping a map that nobody uses any more.
package cases

import (
	"sync"
	"time"
)

type Cache struct {
	mu   sync.Mutex
	data map[string]time.Time
}

func NewCache(ttl time.Duration) *Cache {
	c := &Cache{data: map[string]time.Time{}}
	sweep := func() {
		for {
			time.Sleep(ttl)
			c.mu.Lock()
			clear(c.data)
			c.mu.Unlock()
		}
	}
	go sweep() // want unclosable-constructor "NewCache"
	return c
}
