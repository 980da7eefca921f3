// Run time: what the worker does not do itself it hands on, to one who tells.
package cases

import "sync"

func Process(items []int) {
	var wg sync.WaitGroup
	jobs, slow := make(chan int), make(chan int)
	go func() {
		for job := range jobs {
			if job > 100 {
				slow <- job
				continue
			}
			wg.Done()
		}
		close(slow)
	}()
	go func() {
		for range slow {
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
