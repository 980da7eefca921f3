// Control never comes to the go statement; that is not the comment's fault.
package cases

import "time"

var now time.Time

func startClock() {
	return
	//curfew:detached the one clock of the process
	go keepTime()
}

func keepTime() {
	for range time.Tick(time.Second) {
		now = time.Now()
	}
}
