// Run time: the goroutine is counted twice and tells twice.
package cases

import "sync"

func Run(read, write func()) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		read()
		wg.Done()
		write()
		wg.Done()
	}()
	wg.Wait()
}
