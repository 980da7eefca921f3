// curfew: --level advice
// Each round locks, copies and unlocks before it waits.
package cases

import "sync"

type meter struct {
	mu    sync.Mutex
	limit int
}

func (m *meter) consume(rows <-chan int) int {
	over := 0
	for n := range rows {
		m.mu.Lock()
		if n > m.limit {
			over++
		}
		m.mu.Unlock()
	}
	return over
}
