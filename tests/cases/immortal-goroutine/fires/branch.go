// quit is closed: the break leaves the select and not the loop, so the goroutine spins on instead of ending.
package cases

import "time"

func pollUntil(quit <-chan struct{}, poll func()) {
	go func() { // want immortal-goroutine "pollUntil"
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-quit:
				break
			case <-t.C:
				poll()
			}
		}
	}()
}
