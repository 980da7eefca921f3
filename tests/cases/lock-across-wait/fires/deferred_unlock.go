// Run time: nobody receives, add stays in the send with the lock held, and every get waits behind it.
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
	x.words[word]++
	x.changed <- word // want lock-across-wait "mu"
}

func (x *index) get(word string) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.words[word]
}
