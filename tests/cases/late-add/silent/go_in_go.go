// Go counts the function that it runs, and that function may call Go.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, job := range jobs {
			wg.Go(job)
		}
	})
	wg.Wait()
}
