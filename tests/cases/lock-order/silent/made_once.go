// Run time: the connection is set up by whoever comes first; who reads has been through that, so the
// order of the set-up is over.
package cases

import "sync"

type Link struct {
	setup sync.Mutex
	in    sync.Mutex
	ready bool
	n     int
}

func (l *Link) prepare() {
	l.setup.Lock()
	defer l.setup.Unlock()
	if l.ready {
		return
	}
	l.in.Lock()
	defer l.in.Unlock()
	l.ready = true
}

func (l *Link) Read() int {
	l.prepare()
	l.in.Lock()
	defer l.in.Unlock()
	l.n++
	if l.n%100 == 0 {
		l.renew()
	}
	return l.n
}

func (l *Link) renew() {
	l.setup.Lock()
	defer l.setup.Unlock()
	l.n = 0
}
