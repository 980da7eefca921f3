// The goroutine waits for the group itself, after its own Adds.
package cases

import "sync"

func runAside(jobs []func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		var inner sync.WaitGroup
		for _, job := range jobs {
			inner.Add(1)
			go func() {
				defer inner.Done()
				job()
			}()
		}
		inner.Wait()
	}()
	<-done
}
