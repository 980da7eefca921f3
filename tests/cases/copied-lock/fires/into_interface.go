// Run time: an interface holds a copy of the pool, and what is put into that is never found again.
package cases

import "sync"

func register(add func(any), pool *sync.Pool) {
	add(*pool) // want copied-lock "*pool is copied to call add"
}
