// sync.Locker is an interface: a copy of it leads to the same lock.
package cases

import "sync"

type guarded struct {
	sync.Locker
	n int
}

func (g guarded) add() {
	g.Lock()
	defer g.Unlock()
	g.n++
}
