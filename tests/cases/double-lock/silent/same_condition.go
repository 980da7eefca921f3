// Both branches have the same condition.
package cases

import "sync"

func guarded(mu *sync.Mutex, shared bool, n *int) {
	if shared {
		mu.Lock()
	}
	*n++
	if shared {
		mu.Unlock()
	}
	if shared {
		mu.Lock()
		*n++
		mu.Unlock()
	}
}
