// Two comments speak for one goroutine each; the second goroutine is waited for.
package cases

import "time"

var now time.Time

func start() {
	//curfew:detached the one clock of the process
	go keepTime()
	done := make(chan struct{})
	//curfew:detached sets the first time // want unused-detached "no rule has anything to say"
	go func() {
		defer close(done)
		now = time.Now()
	}()
	<-done
}

func keepTime() {
	for range time.Tick(time.Second) {
		now = time.Now()
	}
}
