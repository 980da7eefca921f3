// The goroutine waits until the function around it gives the lock back.
package cases

import "sync"

func handOver(work func()) {
	var mu sync.Mutex
	done := make(chan struct{})
	go func() {
		defer close(done)
		mu.Lock()
		work()
		mu.Lock()
	}()
	mu.Unlock()
	<-done
}
