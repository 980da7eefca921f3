// TryLock does not wait.
package cases

import "sync"

func again(mu *sync.Mutex) bool {
	mu.Lock()
	defer mu.Unlock()
	if mu.TryLock() {
		mu.Unlock()
		return true
	}
	return false
}
