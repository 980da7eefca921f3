// Run time: the Add comes after another statement of the goroutine, which makes it later still.
package cases

import "sync"

func run(prepare, job func()) {
	var wg sync.WaitGroup
	go func() {
		prepare()
		wg.Add(1) // want late-add[error] "wg"
		defer wg.Done()
		job()
	}()
	wg.Wait()
}
