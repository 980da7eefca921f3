// curfew: --level advice
// Nothing keeps callers that are not seen from calling Close twice.
package cases

type Pool struct{ quit chan struct{} }

func NewPool() *Pool { return &Pool{quit: make(chan struct{})} }

func (p *Pool) Quit() <-chan struct{} { return p.quit }

func (p *Pool) Close() {
	close(p.quit) // want unsafe-close[advice] "a second call of Pool.Close panics"
}
