// Run time: nothing ever takes anything off the count.
package cases

import "sync"

func Run(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1) // want waitgroup-mismatch "raises a count that nothing takes anything off"
		go job()
	}
	wg.Wait()
}
