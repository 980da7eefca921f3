// Run time: the loop starts one fewer than was counted.
package cases

import "sync"

const workers = 4

func Run(work func(int)) {
	var wg sync.WaitGroup
	wg.Add(workers) // want waitgroup-mismatch "counts more goroutines than the loop starts"
	for i := 0; i < workers-1; i++ {
		go func() {
			defer wg.Done()
			work(i)
		}()
	}
	wg.Wait()
}
