// curfew: --level advice
// The method called by the go statement does not count; its caller does, through the value's field.
package cases

import "sync"

type pool struct {
	wg   sync.WaitGroup
	jobs chan func()
}

func (p *pool) work() {
	defer p.wg.Done()
	for job := range p.jobs {
		job()
	}
}

func (p *pool) start(n int) {
	work := p.work
	p.wg.Add(n)
	for range n {
		go work()
	}
}

func (p *pool) close() {
	close(p.jobs)
	p.wg.Wait()
}
