// Both sides are seen: the submitting goroutine is not waited for.
package cases

type pool struct{ jobs chan int }

func (p *pool) submit(job int) {
	p.jobs <- job // want send-after-close[warning] "may be closed by pool.close"
}

func (p *pool) close() { close(p.jobs) }

func work(jobs []int) {
	p := &pool{jobs: make(chan int, len(jobs))}
	for _, job := range jobs {
		go p.submit(job)
	}
	p.close()
}
