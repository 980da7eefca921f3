// Nobody else knows the lock: no writer can ask in between.
package cases

import "sync"

func readTwice(n *int) int {
	var mu sync.RWMutex
	mu.RLock()
	mu.RLock()
	v := *n
	mu.RUnlock()
	mu.RUnlock()
	return v
}
