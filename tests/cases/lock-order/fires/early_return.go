// Run time: on the path of the error the first lock is still held when the second is asked for.
package cases

import (
	"errors"
	"sync"
)

type Queue struct {
	mu   sync.Mutex
	errs sync.Mutex
	jobs []string
	last error
}

func (q *Queue) Push(job string) error {
	q.mu.Lock()
	if len(q.jobs) > 100 {
		q.fail(errors.New("full")) // want lock-order "q.fail takes q.errs while q.mu is held"
		q.mu.Unlock()
		return q.last
	}
	q.jobs = append(q.jobs, job)
	q.mu.Unlock()
	q.fail(nil)
	return nil
}

func (q *Queue) fail(err error) {
	q.errs.Lock()
	q.last = err
	q.errs.Unlock()
}

func (q *Queue) Retry() {
	q.errs.Lock()
	defer q.errs.Unlock()
	if q.last != nil {
		q.mu.Lock()
		q.jobs = nil
		q.mu.Unlock()
	}
}

func (q *Queue) Clear() {
	q.errs.Lock()
	defer q.errs.Unlock()
	q.mu.Lock()
	q.jobs, q.last = nil, nil
	q.mu.Unlock()
}
