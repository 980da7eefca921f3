// A full channel loses the later errors instead of blocking their senders.
package cases

import "sync"

func runAll(jobs []func() error) error {
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := job(); err != nil {
				select {
				case errs <- err:
				default:
				}
			}
		}()
	}
	wg.Wait()
	close(errs)
	return <-errs
}
