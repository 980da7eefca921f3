// Run time: what the goroutines do is behind an interface; the range over results is left at the first bad one.
package cases

import (
	"errors"
	"sync"
)

type checker interface{ Check() bool }

func allGood(checks []checker) error {
	results := make(chan bool) // want undersized-channel[error] "results"
	var wg sync.WaitGroup
	for _, c := range checks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- c.Check()
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	for ok := range results {
		if !ok {
			return errors.New("bad")
		}
	}
	return nil
}
