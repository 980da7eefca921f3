// Counter is called: the Once is a field of a package variable, so the process has one of it and one loop.
package cases

import (
	"sync"
	"time"
)

var stats struct {
	once  sync.Once
	count int
}

func Counter() int {
	stats.once.Do(func() {
		go decayStats() // want unclosable-singleton "decayStats"
	})
	return stats.count
}

func decayStats() {
	for range time.Tick(time.Second) {
		stats.count /= 2
	}
}
