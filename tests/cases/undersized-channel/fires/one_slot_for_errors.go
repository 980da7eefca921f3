// Run time: two workers fail; the first error takes the only slot, the second send blocks, its Done
// never runs and Wait never returns.
package cases

import "sync"

func runAll(jobs []func() error) error {
	var wg sync.WaitGroup
	errs := make(chan error, 1) // want undersized-channel[error] "errs has 1 slot, and len(jobs) goroutines send on it: runAll waits for them"
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := job(); err != nil {
				errs <- err
			}
		}()
	}
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}
