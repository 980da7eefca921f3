// Run time: the same for a condition of one function.
package cases

import "sync"

func Run(work func()) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	done := false
	go func() {
		work()
		mu.Lock()
		done = true
		mu.Unlock()
	}()
	mu.Lock()
	for !done {
		cond.Wait() // want lost-signal[error] "waits for a signal that nobody ever gives"
	}
	mu.Unlock()
}
