package timerfield

import (
	"sync"
	"time"
)

type box struct {
	mu  sync.Mutex
	out chan int
}

// What a timer's field carries comes from no call: asking which call it was read past all functions.
func (b *box) put(v int, slow *time.Timer) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	select { // want lock-across-wait "b.mu is held across a select"
	case b.out <- v:
		return true
	case <-slow.C:
		return false
	}
}
