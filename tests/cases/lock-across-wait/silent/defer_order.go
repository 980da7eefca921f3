// curfew: --level advice
// Deferred calls run last first: the unlock runs before the send that was deferred earlier.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	defer func() {
		x.changed <- word
	}()
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words[word]++
}
