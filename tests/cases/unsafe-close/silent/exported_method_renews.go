// curfew: --level advice
// Each call has a channel of its own.
package cases

type Pool struct{ idle chan struct{} }

func (p *Pool) Run(work func()) {
	p.idle = make(chan struct{})
	defer close(p.idle)
	work()
}

func (p *Pool) Idle() <-chan struct{} { return p.idle }
