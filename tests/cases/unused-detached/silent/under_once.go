// Started once for the process.
package cases

import (
	"sync"
	"time"
)

var (
	once sync.Once
	now  time.Time
)

func startClock() {
	once.Do(func() {
		//curfew:detached the one clock of the process
		go func() {
			for {
				time.Sleep(time.Second)
				now = time.Now()
			}
		}()
	})
}
