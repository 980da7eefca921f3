// The owner keeps its children behind an interface, which one type has.
package cases

type stopper interface{ halt() }

type Engine struct{ parts []stopper }

func (e *Engine) Stop() {
	for _, p := range e.parts {
		p.halt()
	}
}

type pump struct {
	engine *Engine
	quit   chan struct{}
}

func NewPump(e *Engine) {
	p := &pump{engine: e, quit: make(chan struct{})}
	e.parts = append(e.parts, p)
	p.fail()
}

func (p *pump) fail() {
	p.engine.Stop() // want child-stops-owner "pump.fail"
}

func (p *pump) halt() { close(p.quit) }
