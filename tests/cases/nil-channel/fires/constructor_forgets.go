// Run time: the plain constructor leaves out the channel that the other one makes.
package cases

type queue struct {
	jobs chan int
	size int
}

func newQueue() *queue      { return &queue{size: 1} }
func newSized(n int) *queue { return &queue{jobs: make(chan int, n), size: n} }
func (q *queue) push(n int) { q.jobs <- n } // want nil-channel "q.jobs is nil here, and a send to it"
func (q *queue) pop() int   { return <-q.jobs }
func Sized() int            { q := newSized(2); q.push(1); return q.pop() }
func Default()              { q := newQueue(); q.push(1) }
