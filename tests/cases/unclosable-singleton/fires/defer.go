// Get is called: the spawn is deferred to the end of the function under Do.
package cases

import (
	"sync"
	"time"
)

type keeper struct{ kept int }

var (
	keeperOnce sync.Once
	theKeeper  *keeper
)

func Get() int {
	keeperOnce.Do(func() {
		k := &keeper{}
		defer func() {
			go k.keep() // want unclosable-singleton "keep"
		}()
		theKeeper = k
	})
	return theKeeper.kept
}

func (k *keeper) keep() {
	for {
		time.Sleep(time.Second)
		k.kept++
	}
}
