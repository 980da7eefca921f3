// Run time: the consumer takes the lock before each receive; a producer in its send holds it, and both stand still.
package cases

import "sync"

type meter struct {
	mu    sync.Mutex
	limit int
	rows  chan int
}

func newMeter() *meter {
	return &meter{rows: make(chan int)}
}

func (m *meter) produce(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n > m.limit {
		m.limit = n
	}
	m.rows <- n // want lock-across-wait[error] "mu"
}

func (m *meter) consume(n int) int {
	sum := 0
	for range n {
		m.mu.Lock()
		limit := m.limit
		m.mu.Unlock()
		sum += limit - <-m.rows
	}
	return sum
}
