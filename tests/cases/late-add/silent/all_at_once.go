// curfew: --level advice
// One Add before the loop counts every goroutine.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
