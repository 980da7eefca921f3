// refreshAll is called: the loop without an exit is two calls below the goroutine's own body.
package cases

import "time"

var generation int

func refreshAll() {
	go func() { // want immortal-goroutine "refreshAll"
		generation = 1
		refresh()
		generation = 0
	}()
}

func refresh() {
	everyMinute()
}

func everyMinute() {
	for {
		generation++
		time.Sleep(time.Minute)
	}
}
