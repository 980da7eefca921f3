// watchDisk is called once: the closure kept in a variable loops and has no exit.
package cases

import "time"

func watchDisk(check func() int) {
	worst := 0
	watch := func() {
		for {
			if n := check(); n > worst {
				worst = n
			}
			time.Sleep(time.Minute)
		}
	}
	go watch() // want immortal-goroutine "watch"
}
