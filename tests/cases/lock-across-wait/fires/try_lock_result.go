// Run time: the result of TryLock is kept in a variable; on the path where it is true the send waits with the lock.
package cases

import "sync"

type index struct {
	mu    sync.Mutex
	words map[string]int
	added chan string
}

func (x *index) add(word string) bool {
	ok := x.mu.TryLock()
	if ok {
		x.words[word]++
		x.added <- word // want lock-across-wait "mu"
		x.mu.Unlock()
	}
	return ok
}
