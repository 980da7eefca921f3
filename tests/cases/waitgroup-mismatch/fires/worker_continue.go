// Run time: the worker goes on with the next job without having told of a bad one.
package cases

import "sync"

func Process(items []int) {
	var wg sync.WaitGroup
	jobs := make(chan int)
	go func() {
		for job := range jobs {
			if job < 0 {
				continue
			}
			wg.Done() // want waitgroup-mismatch "is not reached in every round"
		}
	}()
	for _, item := range items {
		wg.Add(1)
		jobs <- item
	}
	wg.Wait()
	close(jobs)
}
