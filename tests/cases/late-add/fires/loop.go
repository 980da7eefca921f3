// Run time: some of the goroutines have counted themselves when Wait looks, and the rest are missed.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go func() {
			wg.Add(1) // want late-add[error] "wg"
			job()
			wg.Done()
		}()
	}
	wg.Wait()
}
