// Run time: the group is waited for before the close that its goroutine waits for.
package cases

import "sync"

func run(work func()) {
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-stop // want abandoned-receiver[error] "stop is neither sent on nor closed before run waits for them"
	}()
	work()
	wg.Wait()
	close(stop)
}
