// The loop listens to a quit channel that nobody in the package closes or sends to, and that no one outside can reach.
package cases

import "time"

type Feed struct {
	quit  chan struct{}
	polls int
}

func NewFeed() *Feed {
	f := &Feed{quit: make(chan struct{})}
	go f.poll() // want unclosable-constructor "NewFeed"
	return f
}

func (f *Feed) poll() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-f.quit:
			return
		case <-t.C:
			f.polls++
		}
	}
}
