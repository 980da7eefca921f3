// A value receiver again, but the copies share the Once that they point to.
package cases

import "sync"

type latch struct {
	open chan struct{}
	once *sync.Once
}

func (l latch) release() {
	l.once.Do(func() { close(l.open) })
}

func both() {
	l := latch{open: make(chan struct{}), once: new(sync.Once)}
	go l.release()
	l.release()
	<-l.open
}
