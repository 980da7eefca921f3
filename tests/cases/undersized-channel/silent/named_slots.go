// The number of slots is the number of partitions that there are at most.
package cases

import "sync"

const partitions = 8

func flush(ids map[int]struct{}, flushOne func(int) error) (failed []error) {
	var wg sync.WaitGroup
	errs := make(chan error, partitions)
	for id := range ids {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := flushOne(id); err != nil {
				errs <- err
			}
		}()
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		failed = append(failed, err)
	}
	return failed
}
