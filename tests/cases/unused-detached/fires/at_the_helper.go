// The comment stands where a helper is called that starts the goroutine, not where it starts.
package cases

import "time"

var now time.Time

func start() {
	//curfew:detached the one clock of the process // want unused-detached "no goroutine starts"
	startClock()
}

func startClock() {
	go keepTime() // want immortal-goroutine "keepTime"
}

func keepTime() {
	for range time.Tick(time.Second) {
		now = time.Now()
	}
}
