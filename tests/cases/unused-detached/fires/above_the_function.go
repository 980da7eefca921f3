// The comment is in the doc comment of the function that starts the goroutine.
package cases

import "time"

var now time.Time

// startClock keeps the time.
//
//curfew:detached the one clock of the process // want unused-detached "no goroutine starts"
func startClock() {
	go keepTime() // want immortal-goroutine "keepTime"
}

func keepTime() {
	for range time.Tick(time.Second) {
		now = time.Now()
	}
}
