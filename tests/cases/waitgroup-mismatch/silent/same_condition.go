// Run time: what is not tracked is not counted.
package cases

import "sync"

type Runner struct{ wg sync.WaitGroup }

func (r *Runner) Go(tracked bool, f func()) {
	if tracked {
		r.wg.Add(1)
	}
	go func() {
		f()
		if tracked {
			r.wg.Done()
		}
	}()
}

func (r *Runner) Wait() { r.wg.Wait() }
