// Run time: the goroutine is counted, but by another group than the one it adds to.
package cases

import "sync"

func runAll(jobs []func()) {
	var starters, workers sync.WaitGroup
	starters.Add(1)
	go func() {
		defer starters.Done()
		for _, job := range jobs {
			workers.Add(1) // want late-add[error] "workers"
			go func() {
				defer workers.Done()
				job()
			}()
		}
	}()
	workers.Wait()
	starters.Wait()
}
