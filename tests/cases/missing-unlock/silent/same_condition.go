// It is given back under the condition that it was taken under.
package cases

import "sync"

func add(mu *sync.Mutex, shared bool, n *int) int {
	if shared {
		mu.Lock()
	}
	*n++
	if shared {
		mu.Unlock()
	}
	return *n
}
