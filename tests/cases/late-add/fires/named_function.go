// Run time: the goroutine is a named function that counts itself on the group it is given.
package cases

import "sync"

func worker(wg *sync.WaitGroup, job func()) {
	wg.Add(1) // want late-add[error] "wg"
	defer wg.Done()
	job()
}

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go worker(&wg, job)
	}
	wg.Wait()
}
