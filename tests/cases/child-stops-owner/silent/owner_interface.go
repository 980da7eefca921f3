// The child tells its owner through an interface; what that does waits for nobody.
package cases

type owner interface{ failed() }

type Feed struct {
	up   owner
	in   chan int
	quit chan struct{}
	done chan struct{}
}

type Station struct {
	feed *Feed
	bad  int
}

func NewStation() *Station {
	s := &Station{}
	s.feed = &Feed{up: s, in: make(chan int), quit: make(chan struct{}), done: make(chan struct{})}
	go s.feed.run()
	return s
}

func (f *Feed) run() {
	defer close(f.done)
	for {
		select {
		case <-f.quit:
			return
		case n := <-f.in:
			if n < 0 {
				f.up.failed()
			}
		}
	}
}

func (f *Feed) Put(n int) { f.in <- n }

func (s *Station) failed() { s.bad++ }

func (s *Station) Close() {
	close(s.feed.quit)
	<-s.feed.done
}
