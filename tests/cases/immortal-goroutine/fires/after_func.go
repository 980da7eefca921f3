// One minute passes: the goroutine that the timer starts loops for good, and Stop comes too late for it.
package cases

import "time"

var rounds int

func scheduleRounds() {
	time.AfterFunc(time.Minute, func() { // want immortal-goroutine "scheduleRounds"
		for {
			rounds++
			time.Sleep(time.Minute)
		}
	})
}
