// What the owner closes is behind io.Closer: any type may be there, and the child is none of what it was given.
package cases

import (
	"io"
	"sync"
)

type Sink struct {
	mu      sync.Mutex
	w       io.WriteCloser
	writers int
}

func NewSink(w io.WriteCloser) *Sink { return &Sink{w: w} }

func (s *Sink) Writer() *Writer {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.writers++
	return &Writer{sink: s}
}

func (s *Sink) release() {
	s.mu.Lock()
	s.writers--
	last := s.writers == 0
	s.mu.Unlock()
	if last {
		s.w.Close()
	}
}

type Writer struct{ sink *Sink }

func (w *Writer) Close() error {
	w.sink.release()
	return nil
}
