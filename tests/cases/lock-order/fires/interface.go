// Run time: the only listener there is takes its own lock, under which it also unsubscribes.
package cases

import "sync"

type listener interface{ notify(event string) }

type Bus struct {
	mu   sync.Mutex
	subs []listener
}

type Sink struct {
	mu   sync.Mutex
	bus  *Bus
	seen int
}

func (b *Bus) Publish(event string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.subs {
		s.notify(event)
	}
}

func (s *Sink) notify(event string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen += len(event)
}

func (b *Bus) drop(l listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs = nil
}

func (s *Sink) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bus.drop(s) // want lock-order "s.bus.drop takes b.mu while s.mu is held"
}
