// A generic cache evicts under its lock through a generic method that takes the lock.
// fails: deadlock
// rule: double-lock
// in: Put Remove
package main

import (
	"fmt"
	"sync"
)

type Cache[K comparable, V any] struct {
	mu    sync.Mutex
	items map[K]V
	order []K
	cap   int
}

func New[K comparable, V any](capacity int) *Cache[K, V] {
	return &Cache[K, V]{items: make(map[K]V), cap: capacity}
}

func (c *Cache[K, V]) Remove(key K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.removeLocked(key)
}

func (c *Cache[K, V]) removeLocked(key K) {
	delete(c.items, key)
	for i, k := range c.order {
		if k == key {
			c.order = append(c.order[:i], c.order[i+1:]...)
			return
		}
	}
}

func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.order) == c.cap {
		c.Remove(c.order[0])
	}
	c.items[key] = value
	c.order = append(c.order, key)
}

func main() {
	c := New[string, int](2)
	for i, k := range []string{"a", "b", "c"} {
		c.Put(k, i)
	}
	fmt.Println(len(c.items))
}
