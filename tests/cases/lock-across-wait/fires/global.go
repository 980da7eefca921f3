// Run time: the lock is a package variable, and the wait group of unrelated work is waited for under it.
package cases

import "sync"

var (
	stateMu sync.Mutex
	state   int
)

func runAll(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			job()
		}()
	}
	stateMu.Lock()
	defer stateMu.Unlock()
	wg.Wait() // want lock-across-wait "stateMu"
	state++
}
