// A generic type's goroutine closes what it belongs to.
package cases

type Stream[T comparable] struct {
	in   chan T
	quit chan struct{}
	done chan struct{}
	end  T
}

func Open[T comparable](end T) *Stream[T] {
	s := &Stream[T]{in: make(chan T), quit: make(chan struct{}), done: make(chan struct{}), end: end}
	go s.run()
	return s
}

func (s *Stream[T]) run() {
	defer close(s.done)
	for {
		select {
		case v := <-s.in:
			if v == s.end {
				s.Close() // want self-wait "s.Close"
			}
		case <-s.quit:
			return
		}
	}
}

func (s *Stream[T]) Put(v T) { s.in <- v }

func (s *Stream[T]) Close() {
	close(s.quit)
	<-s.done
}
