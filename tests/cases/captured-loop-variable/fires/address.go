// curfew: --go 1.21
// Run time: each goroutine gets the same pointer.
package cases

import "sync"

type job struct{ name string }

func (j *job) run(wg *sync.WaitGroup) {
	defer wg.Done()
	println(j.name)
}

func all(jobs []job) {
	var wg sync.WaitGroup
	for _, j := range jobs {
		wg.Add(1)
		go j.run(&wg) // want captured-loop-variable "j is one variable"
	}
	wg.Wait()
}
