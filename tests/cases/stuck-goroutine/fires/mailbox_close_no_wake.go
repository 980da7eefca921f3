// Run time: A mailbox's close sets its flag and wakes nobody: a consumer that waits stays.
package cases

import (
	"fmt"
	"sync"
	"time"
)

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
		m.cond.Wait() // want stuck-goroutine "nobody signals any more"
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
	defer m.mu.Unlock()
	m.closed = true
}

func use() {
	m := newMailbox()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			v, ok := m.take()
			if !ok {
				return
			}
			fmt.Println(v)
		}
	}()
	m.put(1)
	time.Sleep(5 * time.Millisecond)
	m.close()
	wg.Wait()
}
