// Run time: one is counted and two start; the second Done panics.
package cases

import "sync"

func Both(left, right func()) {
	var wg sync.WaitGroup
	wg.Add(1) // want waitgroup-mismatch "counts 1 goroutine and 2 are started: the count gets negative"
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
