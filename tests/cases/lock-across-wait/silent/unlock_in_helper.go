// curfew: --level advice
// A helper gives the lock back before the send.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) leave(word string) {
	x.words[word]++
	x.mu.Unlock()
}

func (x *index) add(word string) {
	x.mu.Lock()
	x.leave(word)
	x.changed <- word
}
