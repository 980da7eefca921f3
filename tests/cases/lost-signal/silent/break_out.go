// Run time: the loop has no condition of its own, and looks inside.
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

func (q *Queue) Pop() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for {
		if len(q.items) > 0 {
			n := q.items[0]
			q.items = q.items[1:]
			return n
		}
		q.some.Wait()
	}
}
