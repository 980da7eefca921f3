// Run time: of the two sections the second is left open.
package cases

import "sync"

type queue struct {
	mu    sync.Mutex
	items []int
}

func (q *queue) move(use func(int) bool) bool {
	q.mu.Lock()
	n := len(q.items)
	q.mu.Unlock()
	q.mu.Lock() // want missing-unlock "q.mu.Lock"
	if !use(n) {
		return false
	}
	q.items = nil
	q.mu.Unlock()
	return true
}
