// The other case of the select says that every sender has ended.
package cases

import "sync"

func collect(jobs []func() error) error {
	errs := make(chan error)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := job(); err != nil {
				errs <- err
			}
		}()
	}
	go func() {
		wg.Wait()
		close(done)
	}()
	var last error
	for {
		select {
		case err := <-errs:
			last = err
		case <-done:
			return last
		}
	}
}
