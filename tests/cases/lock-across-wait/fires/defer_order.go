// Run time: deferred calls run last first, so the send runs before the unlock that was deferred earlier.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	defer func() {
		x.changed <- word // want lock-across-wait "mu"
	}()
	x.words[word]++
}
