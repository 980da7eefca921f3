// curfew: --level advice
// The helper counts first and starts the goroutine afterwards.
package cases

import "sync"

func spawn(wg *sync.WaitGroup, job func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		job()
	}()
}

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		spawn(&wg, job)
	}
	wg.Wait()
}
