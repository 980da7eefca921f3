// The error that is tested at the end is not the one that was tested before the start.
package cases

import "sync"

func readAll(open func() ([]func() error, error)) error {
	readers, err := open()
	if err != nil {
		return err
	}
	results := make(chan error, 2)
	var wg sync.WaitGroup
	for _, read := range readers {
		wg.Go(func() { results <- read() })
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	for e := range results {
		if e != nil {
			err = e
			break
		}
	}
	if err != nil {
		for range results {
		}
		return err
	}
	return nil
}
