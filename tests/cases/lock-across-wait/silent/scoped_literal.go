// curfew: --level advice
// The deferred unlock belongs to the literal, which has returned before the send.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		x.words[word]++
	}()
	x.changed <- word
}
