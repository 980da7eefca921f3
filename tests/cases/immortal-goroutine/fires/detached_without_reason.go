// curfew: --rule immortal-goroutine
// startClock is called: the directive gives no reason, so it declares nothing and the finding stays.
package cases

import "time"

var now time.Time

func startClock() {
	//curfew:detached
	go keepClock() // want immortal-goroutine "keepClock"
}

func keepClock() {
	for {
		now = time.Now()
		time.Sleep(time.Second)
	}
}
