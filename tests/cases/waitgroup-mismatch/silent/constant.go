// Run time: two are counted, and two start, one of them in a branch each way.
package cases

import "sync"

func Both(fast bool, left, right func()) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		left()
	}()
	if fast {
		go func() {
			defer wg.Done()
			right()
		}()
	} else {
		right()
		wg.Done()
	}
	wg.Wait()
}
