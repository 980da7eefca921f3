// Run time: the return inside of the loop passes the Unlock behind it.
package cases

import "sync"

var (
	mu    sync.Mutex
	names []string
)

func has(name string) bool {
	mu.Lock() // want missing-unlock "mu.Lock"
	for _, n := range names {
		if n == name {
			return true
		}
	}
	mu.Unlock()
	return false
}
