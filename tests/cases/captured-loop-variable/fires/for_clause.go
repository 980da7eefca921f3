// curfew: --go 1.21
// Run time: i has been counted up before the goroutine reads it, at the end out of range.
package cases

import "sync"

func all(items []func()) {
	var wg sync.WaitGroup
	for i := 0; i < len(items); i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			items[i]() // want captured-loop-variable "i is one variable"
		}()
	}
	wg.Wait()
}
