// The deferred literal gives it back.
package cases

import "sync"

func add(mu *sync.Mutex, n *int, max int) bool {
	mu.Lock()
	defer func() {
		*n++
		mu.Unlock()
	}()
	return *n < max
}
