// Run time: the package's lock is the same in every function.
package cases

import "sync"

var (
	mu    sync.Mutex
	names []string
)

func add(name string) {
	mu.Lock()
	defer mu.Unlock()
	names = append(names, name)
}

func addAll(all []string) {
	mu.Lock()
	defer mu.Unlock()
	for _, name := range all {
		add(name) // want double-lock "add takes the lock again"
	}
}
