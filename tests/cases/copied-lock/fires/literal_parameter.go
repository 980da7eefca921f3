// Run time: the literal gets its own once, so each call runs the setup again.
package cases

import "sync"

var setup = func(once sync.Once, f func()) { // want copied-lock "sync.Once"
	once.Do(f)
}
