// The goroutine gives the lock back.
package cases

import "sync"

func handOver(mu *sync.Mutex, work func()) {
	mu.Lock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer mu.Unlock()
		work()
	}()
	mu.Lock()
	work()
	mu.Unlock()
	<-done
}
