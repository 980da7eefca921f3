// A hub's loop listens to each subscriber's quit while it sends to it.
package cases

import (
	"fmt"
	"time"
)

type sub struct {
	ch   chan int
	quit chan struct{}
}

type hub struct {
	join  chan *sub
	leave chan *sub
	pub   chan int
	subs  map[*sub]bool
	end   chan struct{}
}

func newHub() *hub {
	h := &hub{make(chan *sub), make(chan *sub), make(chan int), map[*sub]bool{}, make(chan struct{})}
	go h.loop()
	return h
}

func (h *hub) loop() {
	for {
		select {
		case s := <-h.join:
			h.subs[s] = true
		case s := <-h.leave:
			delete(h.subs, s)
		case v := <-h.pub:
			for s := range h.subs {
				select {
				case s.ch <- v:
				case <-s.quit:
				}
			}
		case <-h.end:
			return
		}
	}
}

func (h *hub) Subscribe() *sub {
	s := &sub{make(chan int), make(chan struct{})}
	h.join <- s
	return s
}

func (h *hub) Unsubscribe(s *sub) {
	close(s.quit)
	h.leave <- s
}

func use() {
	h := newHub()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s := h.Subscribe()
		h.pub <- 1
		time.Sleep(5 * time.Millisecond)
		h.Unsubscribe(s)
		close(h.end)
	}()
	select {
	case <-ended:
		fmt.Println("ended")
	case <-time.After(50 * time.Millisecond):
		fmt.Println("still there")
	}
}
