// Close of the generic type closes the channel that the workers range over.
package cases

import "sync"

type Pool[T any] struct {
	in chan T
	wg sync.WaitGroup
}

func NewPool[T any](n int, do func(T)) *Pool[T] {
	p := &Pool[T]{in: make(chan T)}
	for range n {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			for v := range p.in {
				do(v)
			}
		}()
	}
	return p
}

func (p *Pool[T]) Close() {
	close(p.in)
	p.wg.Wait()
}
