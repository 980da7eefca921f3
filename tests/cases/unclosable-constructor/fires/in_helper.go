// curfew: --level advice
// NewProcessor is called: a helper makes the value and starts its goroutine, whose body cannot be seen.
package cases

type job struct{ id int }

type Processor struct{ in chan job }

func (p *Processor) run()

func NewProcessor() *Processor {
	return started(&Processor{in: make(chan job)})
}

func started(p *Processor) *Processor {
	go p.run() // want unclosable-constructor[advice] ""
	return p
}
