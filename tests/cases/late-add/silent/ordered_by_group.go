// Another group is waited for first, and it ends only after every Add of the second one.
package cases

import "sync"

func runAll(jobs []func()) {
	var starters, workers sync.WaitGroup
	starters.Add(1)
	go func() {
		defer starters.Done()
		for _, job := range jobs {
			workers.Add(1)
			go func() {
				defer workers.Done()
				job()
			}()
		}
	}()
	starters.Wait()
	workers.Wait()
}
