// Run time: the type argument does not matter.
package cases

import "sync"

type box[T any] struct {
	mu sync.Mutex
	v  T
}

func (b *box[T]) get() T {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.v
}

func (b *box[T]) swap(v T) T {
	b.mu.Lock()
	defer b.mu.Unlock()
	old := b.get() // want double-lock "b.get takes the lock again"
	b.v = v
	return old
}
