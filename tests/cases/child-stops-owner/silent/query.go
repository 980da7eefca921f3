// The child asks its owner something; the owner's method stops nobody.
package cases

import "sync"

type Pool struct {
	mu    sync.Mutex
	wg    sync.WaitGroup
	tasks chan func() error
	fails int
}

type runner struct{ pool *Pool }

func (p *Pool) Start() {
	r := &runner{pool: p}
	p.wg.Add(1)
	go r.loop()
}

func (r *runner) loop() {
	defer r.pool.wg.Done()
	for task := range r.pool.tasks {
		if task() != nil {
			r.pool.fail()
		}
	}
}

func (p *Pool) fail() {
	p.mu.Lock()
	p.fails++
	p.mu.Unlock()
}

func (p *Pool) Do(task func() error) { p.tasks <- task }

func (p *Pool) Wait() { p.wg.Wait() }
