// A generic queue: what it carries makes no difference.
package cases

import (
	"encoding/json"
	"net"
)

type Queue[T any] struct {
	items chan T
	save  func(T) error
	conn  net.Conn
	quit  chan struct{}
	done  chan struct{}
}

func NewQueue[T any](conn net.Conn, size int) *Queue[T] {
	q := &Queue[T]{items: make(chan T, size), conn: conn, quit: make(chan struct{}), done: make(chan struct{})}
	go q.run()
	return q
}

func (q *Queue[T]) run() {
	defer close(q.done)
	enc := json.NewEncoder(q.conn)
	for {
		select {
		case v := <-q.items:
			enc.Encode(v)
			q.conn.Write([]byte("\n"))
		case <-q.quit:
			return
		}
	}
}

func (q *Queue[T]) Put(v T) { q.items <- v }

func (q *Queue[T]) Close() {
	close(q.quit) // want undrained-close "q.items"
	<-q.done
}
