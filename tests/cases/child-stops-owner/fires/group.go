// A worker's goroutine closes the pool, and the pool waits for the group that counts this goroutine.
package cases

import "sync"

type Pool struct {
	wg    sync.WaitGroup
	tasks chan func() error
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
			r.pool.Close() // want child-stops-owner[error] "r.pool.Close waits for the goroutine that calls it"
		}
	}
}

func (p *Pool) Do(task func() error) { p.tasks <- task }

func (p *Pool) Close() {
	close(p.tasks)
	p.wg.Wait()
}
