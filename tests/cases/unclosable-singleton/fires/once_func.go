// The first call of the OnceFunc function starts the loop; later calls do nothing.
package cases

import (
	"sync"
	"time"
)

var evictions int

var EnsureEviction = sync.OnceFunc(func() {
	go evict() // want unclosable-singleton "evict"
})

func evict() {
	for {
		time.Sleep(time.Minute)
		evictions++
	}
}
