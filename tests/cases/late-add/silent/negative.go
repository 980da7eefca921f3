// curfew: --level advice
// The Add in the goroutine takes one off: it is Done in other words.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer wg.Add(-1)
			job()
		}()
	}
	wg.Wait()
}
