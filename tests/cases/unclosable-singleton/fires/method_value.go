// Lookup is called: Do gets a method value, and that method starts the loop.
package cases

import (
	"sync"
	"time"
)

type resolver struct{ refreshes int }

var (
	resolverOnce sync.Once
	theResolver  resolver
)

func Lookup() int {
	resolverOnce.Do(theResolver.start)
	return theResolver.refreshes
}

func (r *resolver) start() {
	loop := r.refresh
	go loop() // want unclosable-singleton "refresh"
}

func (r *resolver) refresh() {
	for {
		time.Sleep(time.Minute)
		r.refreshes++
	}
}
