// curfew: --level advice
// A select with default does not wait.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) (told bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words[word]++
	select {
	case x.changed <- word:
		return true
	default:
		return false
	}
}
