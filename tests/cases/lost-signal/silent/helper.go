// Run time: the helper only waits; its callers look around it.
package cases

import "sync"

type Queue struct {
	mu    sync.Mutex
	some  *sync.Cond
	items []int
}

func New() *Queue {
	q := &Queue{}
	q.some = sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Push(n int) {
	q.mu.Lock()
	q.items = append(q.items, n)
	q.mu.Unlock()
	q.some.Signal()
}

// sleep is for callers that hold the lock.
func (q *Queue) sleep() { q.some.Wait() }

func (q *Queue) Pop() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.sleep()
	}
	n := q.items[0]
	q.items = q.items[1:]
	return n
}
