// The test returns: the loop is promoted from an embedded type, and the quit beside it stays open.
package cases

import "testing"

type pump struct {
	in   chan int
	quit chan struct{}
	sum  int
}

func (p *pump) draw() {
	for {
		select {
		case v := <-p.in:
			p.sum += v
		case <-p.quit:
			return
		}
	}
}

type station struct {
	pump
	name string
}

func TestDraw(t *testing.T) {
	s := &station{name: "a", pump: pump{in: make(chan int), quit: make(chan struct{})}}
	go s.draw() // want test-outlived "raw"
	s.in <- 3
}
