// Run time: each runner says that it is ready and waits for the start, which comes only after the wait for their end.
package cases

import "sync"

func stuckRace(runners int, run func(int)) {
	start := make(chan struct{})
	var ready, finished sync.WaitGroup
	ready.Add(runners)
	finished.Add(runners)
	for k := range runners {
		go func() {
			defer finished.Done()
			ready.Done()
			<-start // want abandoned-receiver[error] "start is neither sent on nor closed"
			run(k)
		}()
	}
	ready.Wait()
	finished.Wait()
	close(start)
}
