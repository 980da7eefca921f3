// Wait is called: done would be closed at the loop's end, but nothing makes the loop end.
package cases

import "time"

type Monitor struct {
	done chan struct{}
	seen int
}

func NewMonitor() *Monitor {
	m := &Monitor{done: make(chan struct{})}
	go m.monitor() // want unclosable-constructor "NewMonitor"
	return m
}

func (m *Monitor) monitor() {
	defer close(m.done)
	for {
		time.Sleep(time.Second)
		m.seen++
	}
}

func (m *Monitor) Wait() { <-m.done }
