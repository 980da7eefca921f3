// The stop remembers under a lock that it has happened.
package cases

import "sync"

type stopper interface{ stop() }

type loop struct {
	mu      sync.Mutex
	stopped bool
	quit    chan struct{}
}

func (l *loop) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stopped {
		return
	}
	l.stopped = true
	close(l.quit)
}

func (l *loop) run(work chan int) int {
	sum := 0
	for {
		select {
		case <-l.quit:
			return sum
		case v := <-work:
			sum += v
		}
	}
}

func once(work chan int) {
	l := &loop{quit: make(chan struct{})}
	var s stopper = l
	defer s.stop()
	if l.run(work) > 10 {
		s.stop()
	}
}
