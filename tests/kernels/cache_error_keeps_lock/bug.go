// A cache's fill keeps the lock when the loader fails: the next lookup waits for good.
// fails: deadlock
// rule: missing-unlock
// in: load
package main

import (
	"errors"
	"fmt"
	"sync"
)

type loader interface {
	fetch(key string) (string, error)
}

type cache struct {
	mu      sync.RWMutex
	entries map[string]string
	src     loader
}

func (c *cache) lookup(key string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.entries[key]
	return v, ok
}

func (c *cache) load(key string) (string, error) {
	if v, ok := c.lookup(key); ok {
		return v, nil
	}
	c.mu.Lock()
	v, err := c.src.fetch(key)
	if err != nil {
		return "", fmt.Errorf("load %s: %w", key, err)
	}
	c.entries[key] = v
	c.mu.Unlock()
	return v, nil
}

type table map[string]string

func (t table) fetch(key string) (string, error) {
	if v, ok := t[key]; ok {
		return v, nil
	}
	return "", errors.New("no such row")
}

func main() {
	c := &cache{entries: map[string]string{}, src: table{"a": "1"}}
	for _, key := range []string{"a", "b", "c"} {
		v, err := c.load(key)
		fmt.Println(key, v, err)
	}
}
