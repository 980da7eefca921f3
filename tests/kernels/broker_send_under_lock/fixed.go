// A broker sends to its subscribers after it gave the lock back.
package main

import (
	"fmt"
	"sync"
)

type event struct{ topic, body string }

type subscriber struct {
	in chan event
	b  *broker
	wg sync.WaitGroup
}

type broker struct {
	mu    sync.Mutex
	subs  []*subscriber
	acked int
}

func (b *broker) subscribe() *subscriber {
	s := &subscriber{in: make(chan event), b: b}
	b.mu.Lock()
	b.subs = append(b.subs, s)
	b.mu.Unlock()
	s.wg.Add(1)
	go s.loop()
	return s
}

func (s *subscriber) loop() {
	defer s.wg.Done()
	for e := range s.in {
		s.b.ack(e)
	}
}

func (b *broker) ack(e event) {
	b.mu.Lock()
	b.acked++
	b.mu.Unlock()
}

func (b *broker) publish(e event) {
	b.mu.Lock()
	subs := append([]*subscriber(nil), b.subs...)
	b.mu.Unlock()
	for _, s := range subs {
		s.in <- e
	}
}

func main() {
	b := &broker{}
	s := b.subscribe()
	for i := 0; i < 10; i++ {
		b.publish(event{"t", fmt.Sprint(i)})
	}
	close(s.in)
	s.wg.Wait()
	fmt.Println(b.acked)
}
