// A balancer's update panics on a bad weight with its lock held, and the server above recovers: the next request waits for good.
// fails: deadlock
// rule: missing-unlock
// in: update
package main

import (
	"fmt"
	"sync"
)

type balancer struct {
	mu      sync.Mutex
	weights map[string]int
}

func (b *balancer) update(host string, weight int) {
	b.mu.Lock()
	if weight < 0 {
		panic(fmt.Sprintf("weight %d of %s", weight, host))
	}
	b.weights[host] = weight
	b.mu.Unlock()
}

type server struct{ b *balancer }

func (s *server) handle(host string, weight int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("handler: %v", r)
		}
	}()
	s.b.update(host, weight)
	return nil
}

func main() {
	s := &server{&balancer{weights: map[string]int{}}}
	for _, w := range []int{1, -1, 2} {
		fmt.Println(s.handle("h", w))
	}
}
