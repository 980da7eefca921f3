// Run time: lock and channel lie in a generic struct.
package cases

import "sync"

type latest[T any] struct {
	mu      sync.Mutex
	value   T
	updates chan T
}

func (l *latest[T]) set(v T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.value = v
	l.updates <- v // want lock-across-wait "mu"
}

func setAnswer(l *latest[int]) { l.set(42) }
