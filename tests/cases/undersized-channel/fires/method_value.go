// Run time: the goroutines are a method value; the first answer returns.
package cases

type probe struct{ out chan int }

func (p probe) measure() { p.out <- 1 }

func anyOf(count int) int {
	p := probe{out: make(chan int)} // want undersized-channel[error] "out has no slot, and count goroutines"
	measure := p.measure
	for i := 0; i < count; i++ {
		go measure()
	}
	return <-p.out
}
