// The wait is given up when the context ends.
package cases

import "context"

type Stream struct {
	in   chan int
	quit chan struct{}
	done chan struct{}
}

func Open(ctx context.Context) *Stream {
	s := &Stream{in: make(chan int), quit: make(chan struct{}), done: make(chan struct{})}
	go s.run(ctx)
	return s
}

func (s *Stream) run(ctx context.Context) {
	defer close(s.done)
	for {
		select {
		case v := <-s.in:
			if v == 0 {
				s.Close(ctx)
			}
		case <-s.quit:
			return
		}
	}
}

func (s *Stream) Put(v int) { s.in <- v }

func (s *Stream) Close(ctx context.Context) {
	close(s.quit)
	select {
	case <-s.done:
	case <-ctx.Done():
	}
}
