// Run time: only goroutines that find work count themselves, when it is too late.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go func() {
			if job == nil {
				return
			}
			wg.Add(1) // want late-add[error] "wg"
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
