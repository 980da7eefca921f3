// Shared is called: the only value of a generic type is made under Do and its loop has no exit.
package cases

import (
	"sync"
	"time"
)

type recent[T any] struct {
	in   chan T
	last T
}

func (r *recent[T]) absorb() {
	for {
		select {
		case r.last = <-r.in:
		case <-time.After(time.Hour):
		}
	}
}

var (
	recentOnce sync.Once
	names      *recent[string]
)

func Remember(name string) {
	recentOnce.Do(func() {
		names = &recent[string]{in: make(chan string)}
		go names.absorb() // want unclosable-singleton "absorb"
	})
	names.in <- name
}
