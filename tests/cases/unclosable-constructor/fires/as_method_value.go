// curfew: --level advice
// NewProcessor is called: what it starts is a method value whose body cannot be seen.
package cases

type job struct{ id int }

type Processor struct{ in chan job }

func (p *Processor) run()

func NewProcessor() *Processor {
	p := &Processor{in: make(chan job)}
	loop := p.run
	go loop() // want unclosable-constructor[advice] "NewProcessor"
	return p
}
