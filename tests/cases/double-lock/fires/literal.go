// Run time: the literal that is called takes the lock that the function around it holds.
package cases

import "sync"

func both(mu *sync.Mutex, n *int) {
	add := func() {
		mu.Lock()
		defer mu.Unlock()
		*n++
	}
	mu.Lock()
	defer mu.Unlock()
	add() // want double-lock "add takes the lock again"
}
