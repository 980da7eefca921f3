// Run time: the send happens in a method that is called with the lock held.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) notify(word string) {
	x.changed <- word // want lock-across-wait "mu"
}

func (x *index) add(word string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words[word]++
	x.notify(word)
}
