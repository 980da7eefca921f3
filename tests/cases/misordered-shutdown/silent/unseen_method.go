// What the deferred calls do is not seen, and they have no name of the library's for a stop: they may only count down.
package cases

type gauge interface{ Dec() }

type pool struct{ busy gauge }

func newGauge() gauge

func newPool(g gauge) *pool { return &pool{busy: g} }

func (p *pool) Leave()

func serve(work func()) {
	g := newGauge()
	p := newPool(g)
	defer p.Leave()
	defer g.Dec()
	work()
}
