// The channel only wakes the worker up: it carries nothing that could be lost.
package cases

import "os"

type Flusher struct {
	wake chan struct{}
	file *os.File
	quit chan struct{}
	done chan struct{}
}

func NewFlusher(file *os.File) *Flusher {
	f := &Flusher{wake: make(chan struct{}, 1), file: file, quit: make(chan struct{}), done: make(chan struct{})}
	go f.run()
	return f
}

func (f *Flusher) run() {
	defer close(f.done)
	for {
		select {
		case <-f.wake:
			f.file.Sync()
		case <-f.quit:
			f.file.Sync()
			return
		}
	}
}

func (f *Flusher) Wake() { f.wake <- struct{}{} }

func (f *Flusher) Close() {
	close(f.quit)
	<-f.done
}
