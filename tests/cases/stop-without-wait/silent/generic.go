// Stop of a generic type waits on the group of its goroutine.
package cases

import (
	"context"
	"encoding/json"
	"net"
	"sync"
)

type Stream[T any] struct {
	conn   net.Conn
	in     chan T
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func (s *Stream[T]) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.wg.Add(1)
	go s.write(ctx)
}

func (s *Stream[T]) write(ctx context.Context) {
	defer s.wg.Done()
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
	s.cancel()
	s.wg.Wait()
}
