// Run time: as many as the loop has rounds, written in another way.
package cases

import "sync"

const workers = 4

func Run(work func(int)) {
	var wg sync.WaitGroup
	wg.Add(workers - 1)
	for i := 1; i < workers; i++ {
		go func() {
			defer wg.Done()
			work(i)
		}()
	}
	wg.Wait()
}
