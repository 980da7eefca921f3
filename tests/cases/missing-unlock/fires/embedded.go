// Run time: the embedded mutex stays locked.
package cases

import "sync"

type list struct {
	sync.Mutex
	items []int
}

func (l *list) pop() (int, bool) {
	l.Lock() // want missing-unlock "l.Lock"
	if len(l.items) == 0 {
		return 0, false
	}
	v := l.items[0]
	l.items = l.items[1:]
	l.Unlock()
	return v, true
}
