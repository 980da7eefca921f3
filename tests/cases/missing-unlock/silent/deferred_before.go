// What was deferred before gives it back, where it is held.
package cases

import "sync"

func run(mu *sync.Mutex, f func() bool) bool {
	held := false
	defer func() {
		if held {
			mu.Unlock()
		}
	}()
	mu.Lock()
	held = true
	if f() {
		return true
	}
	held = false
	mu.Unlock()
	return false
}
