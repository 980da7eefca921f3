// Run time: what pause sets is what the runner waits on; it has to wake nobody.
package cases

import "sync"

type runner struct {
	mu     sync.Mutex
	cond   *sync.Cond
	paused bool
}

func newRunner() *runner {
	r := &runner{}
	r.cond = sync.NewCond(&r.mu)
	return r
}

func (r *runner) step() {
	r.mu.Lock()
	for r.paused {
		r.cond.Wait()
	}
	r.mu.Unlock()
}

func (r *runner) pause() {
	r.mu.Lock()
	r.paused = true
	r.mu.Unlock()
}

func (r *runner) resume() {
	r.mu.Lock()
	r.paused = false
	r.mu.Unlock()
	r.cond.Broadcast()
}

func Run() {
	r := newRunner()
	r.pause()
	go r.resume()
	r.step()
}
