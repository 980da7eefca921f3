// Run time: the goroutine runs a method value that was kept in a variable.
package cases

import "time"

type probe struct{ out chan bool }

func (p probe) ask() {
	p.out <- true // want abandoned-sender[error] "out"
}

func alive() bool {
	p := probe{make(chan bool)}
	ask := p.ask
	go ask()
	select {
	case ok := <-p.out:
		return ok
	case <-time.After(time.Second):
		return false
	}
}
