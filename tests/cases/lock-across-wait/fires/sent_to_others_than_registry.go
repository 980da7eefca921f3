// Run time: set's callers may have nobody who receives: it is no collector, and its channel is no registry's.
package cases

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

type levels struct {
	mu      sync.Mutex
	changes chan prometheus.Metric
}

func (l *levels) set(m prometheus.Metric) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.changes <- m // want lock-across-wait "changes"
}

func (l *levels) Collected(out chan<- prometheus.Metric, m prometheus.Metric) {
	l.mu.Lock()
	defer l.mu.Unlock()
	out <- m // want lock-across-wait "out"
}
