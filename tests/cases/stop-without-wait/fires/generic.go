// Stop of a generic type: whatever its elements are, the last one may be half written.
package cases

import (
	"context"
	"encoding/json"
	"net"
)

type Stream[T any] struct {
	conn   net.Conn
	in     chan T
	cancel context.CancelFunc
}

func (s *Stream[T]) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	go s.write(ctx)
}

func (s *Stream[T]) write(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case v := <-s.in:
			b, _ := json.Marshal(v)
			s.conn.Write(b)
		}
	}
}

func (s *Stream[T]) Stop() {
	s.cancel() // want stop-without-wait "Stream.Stop"
}
