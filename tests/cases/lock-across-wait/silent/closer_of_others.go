// curfew: --level advice
// What the io.Closer is cannot be seen; that one type here has a Close that waits says nothing about it.
package cases

import (
	"io"
	"sync"
)

type worker struct{ done chan struct{} }

func (w *worker) Close() error {
	<-w.done
	return nil
}

type shelf struct {
	mu    sync.Mutex
	files map[string]io.Closer
}

func (s *shelf) Drop(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.files[name]
	if !ok {
		return nil
	}
	delete(s.files, name)
	return f.Close()
}
