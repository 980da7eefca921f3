// curfew: --level advice
// Greet has returned: scribble, which is not written in Go, is on its own.
package cases

type letter struct{ to string }

type Porter struct{ door string }

func (p *Porter) scribble(l letter)
func (p *Porter) open(l letter) error

func (p *Porter) Greet(l letter) error {
	go p.scribble(l) // want untracked-goroutine[advice] "scribble"
	return p.open(l)
}
