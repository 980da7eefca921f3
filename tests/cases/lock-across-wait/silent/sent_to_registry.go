// curfew: --level advice
// A registry receives from the channel that it hands a collector until the collector returns.
package cases

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

type gauges struct {
	mu    sync.Mutex
	desc  *prometheus.Desc
	depth map[string]float64
}

func (g *gauges) Describe(out chan<- *prometheus.Desc) {
	g.mu.Lock()
	defer g.mu.Unlock()
	out <- g.desc
}

func (g *gauges) Collect(out chan<- prometheus.Metric) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for name, n := range g.depth {
		out <- prometheus.MustNewConstMetric(g.desc, prometheus.GaugeValue, n, name)
	}
	g.total(out)
	g.total(out)
}

func (g *gauges) total(to chan<- prometheus.Metric) {
	to <- prometheus.MustNewConstMetric(g.desc, prometheus.GaugeValue, float64(len(g.depth)), "")
}
