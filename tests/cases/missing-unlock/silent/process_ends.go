// The path without an Unlock ends the process.
package cases

import (
	"os"
	"sync"
)

func add(mu *sync.Mutex, n *int, max int) {
	mu.Lock()
	if *n >= max {
		os.Exit(1)
	}
	*n++
	mu.Unlock()
}
