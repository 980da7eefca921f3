// The count of two is for both goroutines: the second may add.
package cases

import "sync"

func both(first, second, third func()) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		first()
	}()
	go func() {
		defer wg.Done()
		wg.Add(1)
		go func() {
			defer wg.Done()
			third()
		}()
		second()
	}()
	wg.Wait()
}
