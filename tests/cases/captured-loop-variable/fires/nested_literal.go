// curfew: --go 1.21
// Run time: the literal that uses key is made by the one that the goroutine runs.
package cases

import "sync"

func all(m map[string]int, visit func(func() string)) {
	var wg sync.WaitGroup
	for key := range m {
		wg.Add(1)
		go func() {
			defer wg.Done()
			visit(func() string {
				return key // want captured-loop-variable "key is one variable"
			})
		}()
	}
	wg.Wait()
}
