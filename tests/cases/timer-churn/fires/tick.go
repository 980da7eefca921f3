// curfew: --go 1.22
// Run time: nobody can stop the ticker of Tick, so each call of the function leaves one running for good.
package cases

import "time"

func waitFor(ready func() bool, tries int) bool {
	tick := time.Tick(time.Second) // want timer-churn "Tick"
	for range tries {
		if ready() {
			return true
		}
		<-tick
	}
	return false
}
