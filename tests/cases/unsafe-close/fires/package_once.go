// A Once of the package lets the first value close its channel, and no other value ever.
package cases

import "sync"

var closing sync.Once

type feed struct{ items chan int }

func (f *feed) finish() {
	closing.Do(func() { close(f.items) }) // want unsafe-close[warning] "only the first value's channel is ever closed"
}

func all(fs []*feed) {
	for _, f := range fs {
		f.finish()
	}
}
