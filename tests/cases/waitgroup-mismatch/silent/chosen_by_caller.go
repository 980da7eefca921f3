// Run time: churn is called with 0 once, by the goroutine that was counted, and tells then.
package cases

import "sync"

func Churn(more func() bool) {
	var ready sync.WaitGroup
	ready.Add(1)
	var churn func(i int)
	churn = func(i int) {
		if i == 0 {
			ready.Done()
		}
		if more() {
			go churn(i + 1)
		}
	}
	go func() {
		churn(0)
	}()
	ready.Wait()
}
