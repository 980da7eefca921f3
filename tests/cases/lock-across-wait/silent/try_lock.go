// curfew: --level advice
// On the path that sends, TryLock has failed and nothing is held.
package cases

import "sync"

type index struct {
	mu    sync.Mutex
	words map[string]int
	later chan string
}

func (x *index) add(word string) {
	if !x.mu.TryLock() {
		x.later <- word
		return
	}
	defer x.mu.Unlock()
	x.words[word]++
}
