// Run time: the range holds the lock until somebody closes the channel.
package cases

import "sync"

type tally struct {
	mu  sync.Mutex
	sum int
}

func (t *tally) drain(in <-chan int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for n := range in { // want lock-across-wait "mu"
		t.sum += n
	}
}
