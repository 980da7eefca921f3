// The loop runs for as long as its helper returns true, and the helper returns false at the end.
package cases

type queue struct{ items []int }

func (q *queue) pop() bool {
	if len(q.items) == 0 {
		return false
	}
	q.items = q.items[1:]
	return true
}

func (q *queue) flush() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for q.pop() {
		}
	}()
	return done
}
