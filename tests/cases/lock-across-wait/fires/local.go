// Run time: lock and channel are parameters; the send lies between the two calls.
package cases

import "sync"

func put(lock *sync.Mutex, into chan<- int, count *int) {
	lock.Lock()
	*count++
	into <- *count // want lock-across-wait "lock"
	lock.Unlock()
}
