// Instance is called: the constructor that starts the loop is only ever called under Do.
package cases

import (
	"sync"
	"time"
)

type bus struct{ in chan string }

var (
	busOnce sync.Once
	theBus  *bus
)

func Publish(msg string) {
	busOnce.Do(func() { theBus = newBus() })
	theBus.in <- msg
}

func newBus() *bus {
	b := &bus{in: make(chan string)}
	go b.dispatch() // want unclosable-singleton "dispatch"
	return b
}

func (b *bus) dispatch() {
	last := ""
	for {
		select {
		case last = <-b.in:
		case <-time.After(time.Minute):
			last = ""
		}
		_ = last
	}
}
