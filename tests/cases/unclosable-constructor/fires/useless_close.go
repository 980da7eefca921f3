// Close is called: it stops the ticker, which leaves the goroutine blocked on the ticker's channel.
package cases

import "time"

type Probe struct {
	ticker *time.Ticker
	count  int
}

func NewProbe() *Probe {
	p := &Probe{ticker: time.NewTicker(time.Second)}
	go p.probe() // want unclosable-constructor "NewProbe"
	return p
}

func (p *Probe) probe() {
	for range p.ticker.C {
		p.count++
	}
}

func (p *Probe) Close() { p.ticker.Stop() }
