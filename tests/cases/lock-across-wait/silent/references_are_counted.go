package a

import "sync"

type block struct {
	readers sync.WaitGroup
}

func (b *block) Open() func() {
	b.readers.Add(1)
	return b.readers.Done
}

type store struct {
	mu     sync.Mutex
	blocks []*block
}

// Callers hold the references that are counted; no goroutine that starts here is.
func (s *store) DropAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, b := range s.blocks {
		b.readers.Wait()
	}
	s.blocks = nil
}

func (s *store) Add(b *block) {
	s.mu.Lock()
	s.blocks = append(s.blocks, b)
	s.mu.Unlock()
}
