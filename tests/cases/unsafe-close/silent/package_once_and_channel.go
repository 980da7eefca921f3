// The channel is the package's as well, so one Once is right.
package cases

import "sync"

var (
	closing sync.Once
	items   = make(chan int)
)

type feed struct{}

func (f *feed) finish() {
	closing.Do(func() { close(items) })
}

func all(fs []*feed) {
	for _, f := range fs {
		f.finish()
	}
}
