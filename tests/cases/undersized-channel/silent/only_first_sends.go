// Whoever comes first sends, the others do not: a Once sees to it.
package cases

import "sync"

func runAll(jobs []func() error) error {
	var wg sync.WaitGroup
	var once sync.Once
	errs := make(chan error, 1)
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := job(); err != nil {
				once.Do(func() { errs <- err })
			}
		}()
	}
	wg.Wait()
	close(errs)
	return <-errs
}
