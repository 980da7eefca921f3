// curfew: --level advice
// The branch that locks also unlocks; the send comes after.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string, count bool) {
	if count {
		x.mu.Lock()
		x.words[word]++
		x.mu.Unlock()
	}
	x.changed <- word
}
