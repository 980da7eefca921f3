// Run time: the goroutine that starts the others is not counted itself, so Wait can return before its first Go.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	go func() {
		for _, job := range jobs {
			wg.Go(job) // want late-add[error] "wg"
		}
	}()
	wg.Wait()
}
