// The channel orders the last Add before Wait.
package cases

import "sync"

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	started := make(chan struct{})
	go func() {
		defer close(started)
		for _, job := range jobs {
			wg.Add(1)
			go func() {
				defer wg.Done()
				job()
			}()
		}
	}()
	<-started
	wg.Wait()
}
