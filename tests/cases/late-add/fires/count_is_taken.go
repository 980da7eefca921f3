// Run time: the count of one belongs to the first goroutine; when that has ended, the second counts itself too late.
package cases

import "sync"

func both(first, second func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		first()
	}()
	go func() {
		wg.Add(1) // want late-add[error] "wg.Add"
		defer wg.Done()
		second()
	}()
	wg.Wait()
}
