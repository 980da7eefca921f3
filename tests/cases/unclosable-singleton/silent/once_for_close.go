// The Once guards the stop and starts nothing.
package cases

import (
	"sync"
	"time"
)

type Loop struct {
	once sync.Once
	quit chan struct{}
	done chan struct{}
}

func NewLoop(step func()) *Loop {
	l := &Loop{quit: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(l.done)
		for {
			select {
			case <-l.quit:
				return
			case <-time.After(time.Second):
				step()
			}
		}
	}()
	return l
}

func (l *Loop) Close() {
	l.once.Do(func() { close(l.quit) })
	<-l.done
}
