// Run time: one of the two, never both.
package cases

import "sync"

func Run(items []int, do func(int) error, failed func(error)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			if err := do(item); err != nil {
				wg.Done()
				failed(err)
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}
