// The line above the spawn declares, with a reason, that this goroutine lives as long as the process.
package cases

import "time"

var now time.Time

func startClock() {
	//curfew:detached the cached clock serves the whole process
	go func() {
		for {
			now = time.Now()
			time.Sleep(time.Second)
		}
	}()
}
