// Run time: the literal is a local variable when the go statement starts it.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	one := func(job func()) {
		wg.Add(1) // want late-add[error] "wg"
		defer wg.Done()
		job()
	}
	for _, job := range jobs {
		go one(job)
	}
	wg.Wait()
}
