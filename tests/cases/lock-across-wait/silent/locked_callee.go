// curfew: --level advice
// The method that locks has given the lock back when it returns.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) count(word string) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words[word]++
	return x.words[word]
}

func (x *index) add(word string) {
	if x.count(word) == 1 {
		x.changed <- word
	}
}
