// Run time: the worker tells of each job, of the bad ones too; that it returns in the end is not counted.
package cases

import "sync"

func Process(items []int) {
	var wg sync.WaitGroup
	jobs := make(chan int)
	go func() {
		for job := range jobs {
			if job < 0 {
				wg.Done()
				continue
			}
			wg.Done()
		}
	}()
	for _, item := range items {
		wg.Add(1)
		jobs <- item
	}
	wg.Wait()
	close(jobs)
}
