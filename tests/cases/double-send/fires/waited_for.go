// Run time: the group waits for a goroutine that sends a second time.
package cases

import "sync"

func run(job func() error) error {
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	wg.Add(1)
	go func() {
		defer wg.Done()
		if err := job(); err != nil {
			errs <- err
		}
		errs <- nil // want double-send[error] "errs"
	}()
	wg.Wait()
	return <-errs
}
