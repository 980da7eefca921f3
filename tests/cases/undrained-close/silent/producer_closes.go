// The producer closes the queue when it has sent all; the context is the caller's, who wants no more of it.
package cases

import (
	"context"
	"net"
	"sync"
)

type Stream struct {
	ranges chan string
	conn   net.Conn
}

func (s *Stream) produce(keys []string) {
	for _, key := range keys {
		s.ranges <- key
	}
	close(s.ranges)
}

func (s *Stream) consume(ctx context.Context) error {
	for {
		select {
		case r, ok := <-s.ranges:
			if !ok {
				return nil
			}
			s.conn.Write([]byte(r))
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func Copy(ctx context.Context, conn net.Conn, keys []string) {
	s := &Stream{ranges: make(chan string, 3), conn: conn}
	go s.produce(keys)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.consume(ctx)
		}()
	}
	wg.Wait()
}
