// Run time: the second Lock waits for the Unlock behind it.
package cases

import "sync"

func twice(mu *sync.Mutex, n *int) {
	mu.Lock()
	*n++
	mu.Lock() // want double-lock[error] "mu.Lock is called while mu.Lock of the same goroutine is still held"
	*n++
	mu.Unlock()
	mu.Unlock()
}
