// The other value has a lock of its own.
package cases

import "sync"

type account struct {
	mu  sync.Mutex
	sum int
}

func (a *account) add(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sum += n
}

func (a *account) move(to *account, n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sum -= n
	to.add(n)
}
