// The lock is given back in between.
package cases

import "sync"

func twice(mu *sync.Mutex, n *int) {
	mu.Lock()
	*n++
	mu.Unlock()
	mu.Lock()
	*n++
	mu.Unlock()
}
