// Run time: Wait runs before the goroutine does, sees a count of zero and returns.
package cases

import "sync"

func run(job func()) {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1) // want late-add[error] "wg"
		defer wg.Done()
		job()
	}()
	wg.Wait()
}
