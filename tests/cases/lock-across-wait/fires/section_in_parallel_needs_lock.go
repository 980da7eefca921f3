// Run time: the goroutines that do the section's work need the lock which the section holds.
package cases

import "sync"

type index struct {
	mu    sync.Mutex
	pages []string
}

func (x *index) rebuild(load func(int) string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	var wg sync.WaitGroup
	for k := range x.pages {
		wg.Add(1)
		go func() {
			defer wg.Done()
			text := load(k)
			x.mu.Lock()
			x.pages[k] = text
			x.mu.Unlock()
		}()
	}
	wg.Wait() // want lock-across-wait[error] "neither goes on"
}
