// Run time: two consumers are woken by one Broadcast; the second finds the queue empty again.
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
	q.some.Broadcast()
}

func (q *Queue) Pop() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		q.some.Wait() // want lost-signal[warning] "q.some.Wait is not in a loop around its condition"
	}
	n := q.items[0]
	q.items = q.items[1:]
	return n
}
