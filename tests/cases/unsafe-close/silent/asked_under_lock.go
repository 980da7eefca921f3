// The question and the close are under one lock.
package cases

import "sync"

type fuse struct {
	mu    sync.Mutex
	blown chan struct{}
}

func (f *fuse) blow() {
	f.mu.Lock()
	defer f.mu.Unlock()
	select {
	case <-f.blown:
	default:
		close(f.blown)
	}
}

func trip() {
	f := &fuse{blown: make(chan struct{})}
	go f.blow()
	go f.blow()
	<-f.blown
}
