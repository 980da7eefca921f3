// Both sides are seen: all jobs are in when the pool is closed.
package cases

type pool struct{ jobs chan int }

func (p *pool) submit(job int) {
	p.jobs <- job
}

func (p *pool) close() { close(p.jobs) }

func work(jobs []int) {
	p := &pool{jobs: make(chan int, len(jobs))}
	for _, job := range jobs {
		p.submit(job)
	}
	p.close()
}
