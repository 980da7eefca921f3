// curfew: --go 1.21
// Run time: of a value of several words the goroutine may see halves of two.
package cases

import "sync"

func each[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(item) // want captured-loop-variable "item is one variable"
		}()
	}
	wg.Wait()
}
