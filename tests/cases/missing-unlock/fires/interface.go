// Run time: whatever Locker it is, it stays locked.
package cases

import "sync"

func guarded(l sync.Locker, ok func() bool) bool {
	l.Lock() // want missing-unlock "l.Lock"
	if !ok() {
		return false
	}
	l.Unlock()
	return true
}
