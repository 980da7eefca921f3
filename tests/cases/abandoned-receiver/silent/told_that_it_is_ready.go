// What the owner waits for is that all are ready, which they say before they wait for the start.
package cases

import "sync"

func race(runners int, run func(int)) {
	start := make(chan struct{})
	var ready, finished sync.WaitGroup
	ready.Add(runners)
	finished.Add(runners)
	for k := range runners {
		go func() {
			defer finished.Done()
			ready.Done()
			<-start
			run(k)
		}()
	}
	ready.Wait()
	close(start)
	finished.Wait()
}
