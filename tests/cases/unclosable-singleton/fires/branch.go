// The environment asks for refreshes: only then does the first call start what nothing stops.
package cases

import (
	"os"
	"sync"
	"time"
)

var (
	flagsOnce sync.Once
	version   int
)

func FlagsVersion() int {
	flagsOnce.Do(func() {
		version = 1
		if os.Getenv("FLAGS_REFRESH") != "" {
			go refreshFlags() // want unclosable-singleton "refreshFlags"
		}
	})
	return version
}

func refreshFlags() {
	for {
		time.Sleep(time.Minute)
		version++
	}
}
