// An empty line parts the comment from its goroutine, so it says nothing of it and the finding stays.
package cases

import "time"

var now time.Time

func startClock() {
	//curfew:detached the one clock of the process // want unused-detached "its line or the next"

	go keepTime() // want immortal-goroutine "keepTime"
}

func keepTime() {
	for range time.Tick(time.Second) {
		now = time.Now()
	}
}
