package a

import "sync"

type options struct {
	createdForTest chan<- struct{}
}

type Options struct {
	Name string
	options
}

type writer struct {
	mu   sync.Mutex
	opts options
	n    int
}

func (w *writer) grow() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.n++
	if w.opts.createdForTest != nil {
		w.opts.createdForTest <- struct{}{}
	}
}

func (w *writer) size() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.n
}

func Grow(o Options) int {
	w := &writer{opts: o.options}
	w.grow()
	return w.size()
}
