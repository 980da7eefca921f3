// Run time: close sets the flag and wakes all.
package cases

import "sync"

type mailbox struct {
	mu     sync.Mutex
	cond   sync.Cond
	mail   []int
	closed bool
}

func newMailbox() *mailbox {
	m := &mailbox{}
	m.cond.L = &m.mu
	return m
}

func (m *mailbox) put(v int) {
	m.mu.Lock()
	m.mail = append(m.mail, v)
	m.mu.Unlock()
	m.cond.Signal()
}

func (m *mailbox) take() (int, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(m.mail) == 0 && !m.closed {
		m.cond.Wait()
	}
	if len(m.mail) == 0 {
		return 0, false
	}
	v := m.mail[0]
	m.mail = m.mail[1:]
	return v, true
}

func (m *mailbox) close() {
	m.mu.Lock()
	m.closed = true
	m.mu.Unlock()
	m.cond.Broadcast()
}

func Run(handle func(int)) {
	m := newMailbox()
	go func() {
		for {
			v, ok := m.take()
			if !ok {
				return
			}
			handle(v)
		}
	}()
	m.put(1)
	m.close()
}
