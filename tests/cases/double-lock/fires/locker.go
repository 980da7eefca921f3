// curfew: --level advice
// Run time: if it is a mutex, the second Lock waits for ever; a read lock would let it in.
package cases

import "sync"

func twice(l sync.Locker, f func()) {
	l.Lock()
	f()
	l.Lock() // want double-lock[advice] "l.Lock is called while l.Lock"
	f()
	l.Unlock()
	l.Unlock()
}
