// Run time: without a group there is nothing to tell.
package cases

import "sync"

func work(n int, wg *sync.WaitGroup) {
	_ = n * n
	if wg != nil {
		wg.Done()
	}
}

func Run(n int) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go work(i, &wg)
	}
	wg.Wait()
	work(n, nil)
}
