// The group is passed by its address.
package cases

import "sync"

func each(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go run(&wg, job)
	}
	wg.Wait()
}

func run(wg *sync.WaitGroup, job func()) {
	defer wg.Done()
	job()
}
