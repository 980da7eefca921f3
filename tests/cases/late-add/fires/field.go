// Run time: the group is a field, the goroutine a method, and wait may come first.
package cases

import "sync"

type pool struct {
	wg   sync.WaitGroup
	jobs chan func()
}

func (p *pool) work() {
	p.wg.Add(1) // want late-add[error] "wg"
	defer p.wg.Done()
	for job := range p.jobs {
		job()
	}
}

func (p *pool) start(n int) {
	for range n {
		go p.work()
	}
}

func (p *pool) close() {
	close(p.jobs)
	p.wg.Wait()
}
