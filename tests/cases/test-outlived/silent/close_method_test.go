// curfew: --level advice
// The value under test owns the goroutine, and its deferred Close stops and joins it.
package cases // want unguarded-tests "nothing looks"

import "testing"

type echo struct {
	in, out    chan int
	quit, done chan struct{}
}

func newEcho() *echo {
	e := &echo{in: make(chan int), out: make(chan int), quit: make(chan struct{}), done: make(chan struct{})}
	go e.run()
	return e
}

func (e *echo) run() {
	defer close(e.done)
	for {
		select {
		case v := <-e.in:
			select {
			case e.out <- v:
			case <-e.quit:
				return
			}
		case <-e.quit:
			return
		}
	}
}

func (e *echo) Close() {
	close(e.quit)
	<-e.done
}

func TestEcho(t *testing.T) {
	e := newEcho()
	defer e.Close()
	e.in <- 7
	if got := <-e.out; got != 7 {
		t.Errorf("got %d", got)
	}
}
