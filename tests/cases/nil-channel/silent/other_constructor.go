// Run time: every constructor makes the channel.
package cases

type queue struct {
	jobs chan int
	size int
}

func newQueue() *queue      { return newSized(1) }
func newSized(n int) *queue { return &queue{jobs: make(chan int, n), size: n} }
func (q *queue) push(n int) { q.jobs <- n }
func Default()              { q := newQueue(); q.push(1) }
