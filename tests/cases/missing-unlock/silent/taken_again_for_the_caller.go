package cases

import "sync"

type waiter struct {
	mu   sync.Mutex
	tick chan struct{}
	n    int
}

func (w *waiter) each(f func(int)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := 0; i < w.n; i++ {
		w.pause(f, i)
	}
}

// pause is called with the lock held, and runs f without it.
func (w *waiter) pause(f func(int), i int) {
	w.mu.Unlock()
	f(i)
	w.mu.Lock()
}
