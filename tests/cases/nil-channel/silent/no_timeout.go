// Run time: without a timeout the case stays off, and the other one ends the wait.
package cases

import "time"

func Wait(done <-chan int, limit time.Duration) int {
	var timeout <-chan time.Time
	if limit > 0 {
		timeout = time.After(limit)
	}
	select {
	case v := <-done:
		return v
	case <-timeout:
		return 0
	}
}
