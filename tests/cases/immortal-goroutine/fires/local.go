// startHeartbeat is called: the range over the ticker's channel has no end, since a ticker never closes it.
package cases

import "time"

var beats int

func startHeartbeat() {
	ticker := time.NewTicker(time.Second)
	go func() { // want immortal-goroutine "startHeartbeat"
		for range ticker.C {
			beats++
		}
	}()
}
