package main

import (
	"sync"
	"time"
)

type cached struct {
	order   Order
	expires time.Time
}

// Cache remembers orders that were asked for lately.
type Cache struct {
	ttl     time.Duration
	mu      sync.Mutex
	entries map[string]cached
}

func NewCache(ttl time.Duration) *Cache {
	return &Cache{ttl: ttl, entries: make(map[string]cached)}
}

func (c *Cache) Get(id string) (Order, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	entry, ok := c.entries[id]
	return entry.order, ok && time.Now().Before(entry.expires)
}

func (c *Cache) Set(id string, order Order) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[id] = cached{order: order, expires: time.Now().Add(c.ttl)}
}

// StartEviction drops expired entries from time to time.
func (c *Cache) StartEviction(every time.Duration) {
	ticker := time.NewTicker(every)
	go func() {
		for now := range ticker.C {
			c.evict(now)
		}
	}()
}

func (c *Cache) evict(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, entry := range c.entries {
		if now.After(entry.expires) {
			delete(c.entries, id)
		}
	}
}
