// Run time: the round that continues early comes back to Lock with the lock held.
package cases

import "sync"

type queue struct {
	mu    sync.Mutex
	items []int
}

func (q *queue) drain(done <-chan struct{}, use func(int)) {
	for {
		q.mu.Lock() // want double-lock "q.mu.Lock is called while q.mu.Lock"
		if len(q.items) == 0 {
			continue
		}
		item := q.items[0]
		q.items = q.items[1:]
		q.mu.Unlock()
		use(item)
	}
}
