// curfew: --level advice
// The literal that adds is called, not started.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	begin := func() { wg.Add(1) }
	for _, job := range jobs {
		begin()
		go func() {
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
