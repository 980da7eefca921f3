// Each goroutine says that it has come, and waits for the others: a barrier.
package cases

import "sync"

func Race(runners []func()) {
	var ready, finished sync.WaitGroup
	ready.Add(len(runners))
	finished.Add(len(runners))
	for _, run := range runners {
		go func() {
			defer finished.Done()
			ready.Done()
			ready.Wait()
			run()
		}()
	}
	finished.Wait()
}
