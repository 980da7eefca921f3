// curfew: --level advice
// Each branch unlocks before the paths meet at the send.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	x.mu.Lock()
	if _, ok := x.words[word]; ok {
		x.mu.Unlock()
	} else {
		x.words[word] = 1
		x.mu.Unlock()
	}
	x.changed <- word
}
