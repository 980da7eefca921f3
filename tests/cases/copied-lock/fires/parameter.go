// Run time: Done counts down the copy; Wait on the original never returns.
package cases

import "sync"

func each(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go run(wg, job) // want copied-lock "wg is copied to call run"
	}
	wg.Wait()
}

func run(wg sync.WaitGroup, job func()) { // want copied-lock "a parameter is a copy of the caller's sync.WaitGroup"
	defer wg.Done()
	job()
}
