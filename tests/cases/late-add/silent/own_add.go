// curfew: --level advice
// The Add in the goroutine is that of a counter; the group has its own, before the go statement.
package cases

import (
	"sync"
	"sync/atomic"
)

func count(jobs []func() int64) int64 {
	var wg sync.WaitGroup
	var sum atomic.Int64
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum.Add(job())
		}()
	}
	wg.Wait()
	return sum.Load()
}
