// NewPool is called with size above zero: all of its workers wait for jobs for good.
package cases

type Pool struct{ jobs chan func() }

func NewPool(size int) *Pool {
	p := &Pool{jobs: make(chan func())}
	for range size {
		go p.work() // want unclosable-constructor "NewPool"
	}
	return p
}

func (p *Pool) work() {
	for {
		job := <-p.jobs
		job()
	}
}

func (p *Pool) Do(job func()) { p.jobs <- job }
