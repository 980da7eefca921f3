// A ticker that is stopped only ticks no more: its user can be stopped after it.
package cases

import "time"

type poller struct {
	ticks *time.Ticker
	quit  chan struct{}
}

func newPoller(t *time.Ticker) *poller {
	return &poller{ticks: t, quit: make(chan struct{})}
}

func (p *poller) Close() { close(p.quit) }

func app(work func(*poller)) {
	t := time.NewTicker(time.Second)
	p := newPoller(t)
	defer p.Close()
	defer t.Stop()
	work(p)
}
