// Run time: the goroutine needs the lock to signal, which Wait gives back: the signal cannot come before.
package cases

import "sync"

func Run(work func()) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	mu.Lock()
	go func() {
		work()
		mu.Lock()
		cond.Signal()
		mu.Unlock()
	}()
	cond.Wait()
	mu.Unlock()
}
