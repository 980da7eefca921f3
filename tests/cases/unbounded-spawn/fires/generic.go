// A generic stream: whatever it carries, somebody else decides how much.
package cases

import "time"

type Pipe[T any] struct {
	in chan T
	do func(T)
}

func (p *Pipe[T]) Put(v T) { p.in <- v }

func (p *Pipe[T]) Run() {
	for v := range p.in {
		go func() { // want unbounded-spawn "p.in"
			time.Sleep(time.Second)
			p.do(v)
		}()
	}
}
