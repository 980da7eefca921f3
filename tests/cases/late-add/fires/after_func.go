// Run time: the goroutine that a timer starts counts itself when the timer fires; Wait has returned long before.
package cases

import (
	"sync"
	"time"
)

func later(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		time.AfterFunc(time.Second, func() {
			wg.Add(1) // want late-add[error] "wg"
			defer wg.Done()
			job()
		})
	}
	wg.Wait()
}
