// The worker counts in memory: what is left at the end, nobody misses.
package cases

type Stats struct {
	events chan int
	sum    int
	quit   chan struct{}
	done   chan struct{}
}

func NewStats() *Stats {
	s := &Stats{events: make(chan int, 64), quit: make(chan struct{}), done: make(chan struct{})}
	go s.run()
	return s
}

func (s *Stats) run() {
	defer close(s.done)
	for {
		select {
		case n := <-s.events:
			s.sum += n
		case <-s.quit:
			return
		}
	}
}

func (s *Stats) Add(n int) { s.events <- n }

func (s *Stats) Close() {
	close(s.quit)
	<-s.done
}
