// The caller gets an interface that has the stop.
package cases

import (
	"io"
	"time"
)

type flusher struct {
	quit, done chan struct{}
	flushed    int
}

func NewFlusher() io.Closer {
	f := &flusher{quit: make(chan struct{}), done: make(chan struct{})}
	go f.loop()
	return f
}

func (f *flusher) loop() {
	defer close(f.done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			f.flushed++
		case <-f.quit:
			return
		}
	}
}

func (f *flusher) Close() error {
	close(f.quit)
	<-f.done
	return nil
}
