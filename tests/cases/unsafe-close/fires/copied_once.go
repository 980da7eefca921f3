// A value receiver: each call gets a copy of the Once, but the same channel.
package cases

import "sync"

type latch struct {
	open chan struct{}
	once *sync.Once
	mine sync.Once
}

func (l latch) release() { // want copied-lock "sync.Once"
	l.mine.Do(func() { close(l.open) }) // want unsafe-close[warning] "l.release runs twice"
}

func both() {
	l := latch{open: make(chan struct{})}
	go l.release()
	l.release()
	<-l.open
}
