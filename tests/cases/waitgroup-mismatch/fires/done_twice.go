// Run time: the path of the error takes one off, and the deferred Done another.
package cases

import "sync"

func Each(items []string, do func(string) error) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := do(item); err != nil {
				wg.Done() // want waitgroup-mismatch[error] "it gets negative, and that panics"
				return
			}
		}()
	}
	wg.Wait()
}
