// The child knows its owner as an interface, which one type has, and that waits for the child's end.
package cases

type owner interface{ shut() }

type Feed struct {
	up   owner
	in   chan int
	quit chan struct{}
	done chan struct{}
}

type Station struct{ feed *Feed }

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
				f.up.shut() // want child-stops-owner[error] "f.up.shut waits for the goroutine that calls it"
			}
		}
	}
}

func (f *Feed) Put(n int) { f.in <- n }

func (s *Station) Close() { s.shut() }

func (s *Station) shut() {
	close(s.feed.quit)
	<-s.feed.done
}
