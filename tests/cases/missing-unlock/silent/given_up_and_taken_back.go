// The method is called with the lock held: it gives the lock up, takes it back and returns with it.
package cases

import (
	"errors"
	"sync"
)

type accounts struct {
	mu    sync.Mutex
	names map[string]bool
}

func (a *accounts) register(name string) { println(name) }

func (a *accounts) configureLocked(first, second string) error {
	a.mu.Unlock()
	a.register(first)
	a.mu.Lock()
	if a.names[first] {
		return errors.New("twice")
	}
	a.mu.Unlock()
	a.register(second)
	a.mu.Lock()
	return nil
}

func (a *accounts) configure(first, second string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.configureLocked(first, second)
}
