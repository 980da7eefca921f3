// Run time: push may signal before pop waits; pop does not look whether there is something already.
package cases

import "sync"

type queue struct {
	mu    sync.Mutex
	some  *sync.Cond
	items []string
}

func newQueue() *queue {
	q := &queue{}
	q.some = sync.NewCond(&q.mu)
	return q
}

func (q *queue) push(s string) {
	q.mu.Lock()
	q.items = append(q.items, s)
	q.mu.Unlock()
	q.some.Signal()
}

func (q *queue) pop() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.some.Wait() // want lost-signal[warning] "q.some.Wait waits without looking first"
	s := q.items[0]
	q.items = q.items[1:]
	return s
}

func Hand(s string) string {
	q := newQueue()
	q.push(s)
	return q.pop()
}
