package cases

import "sync"

type book struct {
	mu    sync.Mutex
	pages int
}

// begin takes the lock for its caller, who gives it back.
func (b *book) begin() { b.mu.Lock() }

func (b *book) write() {
	b.begin()
	b.pages++
	b.mu.Unlock()
}
