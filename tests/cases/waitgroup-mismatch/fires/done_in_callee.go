// Run time: the goroutine takes itself off, and so does the function that it calls.
package cases

import "sync"

type Pool struct {
	wg sync.WaitGroup
	n  int
}

func (p *Pool) step() {
	p.n++
	p.wg.Done()
}

func (p *Pool) Run(rounds int) {
	for range rounds {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			p.step() // want waitgroup-mismatch "p.step takes off the count what p.wg.Done takes off as well"
		}()
	}
	p.wg.Wait()
}
