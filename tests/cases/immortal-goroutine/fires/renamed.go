// armBeacon is called: nothing tells the goroutine to leave, and its clock's channel is never closed.
package cases

import "time"

func armBeacon() {
	go func() { // want immortal-goroutine "armBeacon"
		metronome := time.NewTicker(time.Second)
		for range metronome.C {
			flash()
		}
	}()
}

func flash() {}
