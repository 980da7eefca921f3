// Run time: the goroutine asks for the second lock without holding the first.
package cases

import "sync"

type Store struct {
	items sync.Mutex
	index sync.Mutex
	names map[string]int
	wg    sync.WaitGroup
}

func (s *Store) Move(name string, to int) {
	s.items.Lock()
	defer s.items.Unlock()
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		s.index.Lock()
		s.names[name] = to
		s.index.Unlock()
	}()
}

func (s *Store) Find(name string) int {
	s.index.Lock()
	defer s.index.Unlock()
	s.items.Lock()
	defer s.items.Unlock()
	return s.names[name]
}

func (s *Store) Close() { s.wg.Wait() }
