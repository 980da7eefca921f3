// Run time: resume takes the flag back, and who was paused is not woken; stop wakes, but that is the end.
package cases

import "sync"

type runner struct {
	mu     sync.Mutex
	cond   *sync.Cond
	paused bool
	ended  bool
}

func newRunner() *runner {
	r := &runner{}
	r.cond = sync.NewCond(&r.mu)
	return r
}

func (r *runner) step() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.paused {
		if r.ended {
			return false
		}
		r.cond.Wait()
	}
	return !r.ended
}

func (r *runner) pause() {
	r.mu.Lock()
	r.paused = true
	r.mu.Unlock()
}

func (r *runner) resume() {
	r.mu.Lock()
	r.paused = false // want lost-signal "runner.resume sets what runner.step waits for, and wakes nobody"
	r.mu.Unlock()
}

func (r *runner) stop() {
	r.mu.Lock()
	r.ended = true
	r.cond.Broadcast()
	r.mu.Unlock()
}

func Run(work func()) {
	r := newRunner()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for r.step() {
			work()
		}
	}()
	r.pause()
	r.resume()
	r.stop()
	<-done
}
