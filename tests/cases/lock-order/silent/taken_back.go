// Run time: wait gives back what its caller holds and takes it again; that it is called under another
// lock as well does not say who holds what.
package cases

import "sync"

type Link struct {
	setup sync.Mutex
	in    sync.Mutex
	n     int
}

func (l *Link) wait() {
	l.setup.Unlock()
	defer l.setup.Lock()
	l.n++
}

func (l *Link) Open() {
	l.setup.Lock()
	defer l.setup.Unlock()
	l.wait()
	l.in.Lock()
	l.n++
	l.in.Unlock()
}

func (l *Link) Read(opening bool) {
	l.in.Lock()
	defer l.in.Unlock()
	if opening {
		l.wait()
	}
}
