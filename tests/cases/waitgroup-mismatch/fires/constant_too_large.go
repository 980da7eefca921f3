// Run time: three are counted and two start.
package cases

import "sync"

func Both(left, right func()) {
	var wg sync.WaitGroup
	wg.Add(3) // want waitgroup-mismatch "counts 3 goroutines and 2 are started"
	go func() {
		defer wg.Done()
		left()
	}()
	go func() {
		defer wg.Done()
		right()
	}()
	wg.Wait()
}
