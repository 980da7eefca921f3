// Run time: the goroutines that Wait waits for need the lock that it is called under, so nobody moves again.
package cases

import "sync"

type batch struct {
	mu   sync.Mutex
	done int
}

func (b *batch) run(jobs []func()) int {
	var wg sync.WaitGroup
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			job()
			b.mu.Lock()
			b.done++
			b.mu.Unlock()
		}()
	}
	wg.Wait() // want lock-across-wait[error] "mu"
	return b.done
}
