// curfew: --level advice
// Without a version the newest Go is meant, whose tickers are collected too.
package cases

import "time"

func waitFor(ready func() bool, tries int) bool {
	tick := time.Tick(time.Second)
	for range tries {
		if ready() {
			return true
		}
		<-tick
	}
	return false
}
