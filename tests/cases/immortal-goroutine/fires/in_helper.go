// Boot is called: the statements that start the endless goroutine stand in a helper below it.
package cases

import "time"

func Boot() {
	prepare()
}

func prepare() {
	spawnPinger(time.Second)
}

func spawnPinger(every time.Duration) {
	go func() { // want immortal-goroutine "spawnPinger"
		t := time.NewTicker(every)
		for range t.C {
			ping()
		}
	}()
}

func ping() {}
