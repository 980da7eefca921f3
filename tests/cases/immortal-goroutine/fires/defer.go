// trackUptime is called: the deferred Stop waits for an end of the body that never comes.
package cases

import "time"

var uptime int

func trackUptime() {
	go func() { // want immortal-goroutine "trackUptime"
		clock := time.NewTicker(time.Second)
		defer clock.Stop()
		for {
			<-clock.C
			uptime++
		}
	}()
}
