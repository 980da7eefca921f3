// A goroutine gives it back when its work is done.
package cases

import "sync"

func start(mu *sync.Mutex, wg *sync.WaitGroup, work func()) bool {
	mu.Lock()
	if work == nil {
		mu.Unlock()
		return false
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer mu.Unlock()
		work()
	}()
	return true
}
