// Run time: the goroutine that counts itself is started by a generic function.
package cases

import "sync"

func each[T any](items []T, visit func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		go func() {
			wg.Add(1) // want late-add[error] "wg"
			defer wg.Done()
			visit(item)
		}()
	}
	wg.Wait()
}

func eachName(names []string, visit func(string)) { each(names, visit) }
