// Run time: the listener has gone, put waits in its send, and look waits for put.
package cases

import "sync"

type shelf struct {
	guard sync.Mutex
	books map[string]string
	moved chan string
}

func (s *shelf) put(title, place string) {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.books[title] = place
	s.moved <- title // want lock-across-wait "guard"
}

func (s *shelf) look(title string) string {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.books[title]
}
