// Run time: the flag belongs to the batch that is written, and nobody waits for it.
package cases

import "sync"

type batch struct {
	urgent bool
	items  []int
}

type log struct {
	mu   sync.Mutex
	cond *sync.Cond
	full bool
}

func newLog() *log {
	l := &log{}
	l.cond = sync.NewCond(&l.mu)
	return l
}

func (b *batch) hurry() { b.urgent = true }

func (l *log) write(b *batch) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.full && !b.urgent {
		l.cond.Wait()
	}
	l.full = true
}

func (l *log) flush() {
	l.mu.Lock()
	l.full = false
	l.mu.Unlock()
	l.cond.Broadcast()
}

func Run() {
	l, b := newLog(), &batch{items: []int{1}}
	b.hurry()
	go l.flush()
	l.write(b)
}
