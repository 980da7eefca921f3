// NewGauge returns: the method value runs for as long as the process.
package cases

import "time"

type Gauge struct{ level int }

func (g *Gauge) decay() {
	for {
		time.Sleep(time.Second)
		g.level /= 2
	}
}

func NewGauge() *Gauge {
	g := &Gauge{}
	body := g.decay
	go body() // want unclosable-constructor "NewGauge"
	return g
}
