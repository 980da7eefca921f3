// Run time: each Done is for another item.
package cases

import "sync"

type Queue struct {
	wg   sync.WaitGroup
	jobs chan int
}

func (q *Queue) Push(n int) {
	q.wg.Add(1)
	q.jobs <- n
}

func (q *Queue) work() {
	for n := range q.jobs {
		if n == 0 {
			q.wg.Done()
			continue
		}
		q.wg.Done()
	}
}

func (q *Queue) Run() {
	go q.work()
	q.wg.Wait()
	close(q.jobs)
}
