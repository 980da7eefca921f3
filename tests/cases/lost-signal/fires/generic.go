// Run time: the same in a generic type.
package cases

import "sync"

type Cell[T any] struct {
	mu   sync.Mutex
	full *sync.Cond
	v    *T
}

func NewCell[T any]() *Cell[T] {
	c := &Cell[T]{}
	c.full = sync.NewCond(&c.mu)
	return c
}

func (c *Cell[T]) Put(v T) {
	c.mu.Lock()
	c.v = &v
	c.mu.Unlock()
	c.full.Signal()
}

func (c *Cell[T]) Take() T {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.full.Wait() // want lost-signal "c.full.Wait waits without looking first"
	v := *c.v
	c.v = nil
	return v
}
