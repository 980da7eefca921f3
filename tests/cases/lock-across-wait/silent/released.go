// curfew: --level advice
// The lock is given back before the send.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	x.mu.Lock()
	x.words[word]++
	x.mu.Unlock()
	x.changed <- word
}
