// The owner replaces the children that it stops: a restart, not its stop.
package cases

type Engine struct{ part *pump }

func (e *Engine) Restart() {
	e.part.halt()
	e.part = newPump(e)
}

type pump struct {
	engine *Engine
	quit   chan struct{}
}

func newPump(e *Engine) *pump {
	p := &pump{engine: e, quit: make(chan struct{})}
	go p.run()
	return p
}

func (p *pump) run() { <-p.quit }

func (p *pump) Fail() { p.engine.Restart() }

func (p *pump) halt() { close(p.quit) }
