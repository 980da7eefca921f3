// The stop is reached through an interface, deferred and by hand.
package cases

type stopper interface{ stop() }

type loop struct{ quit chan struct{} }

func (l *loop) stop() {
	close(l.quit) // want unsafe-close[error] "closed twice"
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
