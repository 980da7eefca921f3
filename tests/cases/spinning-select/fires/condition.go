// Run time: the condition is a flag that somebody else sets; until then the loop spins.
package cases

import "sync/atomic"

type worker struct {
	stopped atomic.Bool
	jobs    chan func()
}

func (w *worker) run() {
	for !w.stopped.Load() {
		select {
		case job := <-w.jobs:
			job()
		default: // want spinning-select "default"
		}
	}
}
