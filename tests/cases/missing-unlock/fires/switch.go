// Run time: the case that returns by itself forgets the lock.
package cases

import "sync"

type machine struct {
	mu    sync.Mutex
	state int
}

func (m *machine) step() int {
	m.mu.Lock() // want missing-unlock "m.mu.Lock"
	switch m.state {
	case 0:
		m.state = 1
	case 1:
		return 0
	default:
		m.state = 0
	}
	m.mu.Unlock()
	return m.state
}
