// Run time: the lock is taken and given back by helper methods around the send.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) enter() { x.mu.Lock() }
func (x *index) leave() { x.mu.Unlock() }

func (x *index) add(word string) {
	x.enter()
	x.words[word]++
	x.changed <- word // want lock-across-wait "mu"
	x.leave()
}
