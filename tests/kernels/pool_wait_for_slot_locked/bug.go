// A pool waits for a returned connection on a channel with its lock held, and put needs that lock to return one.
// fails: deadlock
// rule: lock-across-wait
// in: get
package main

import (
	"fmt"
	"sync"
	"time"
)

type conn struct{ id int }

type pool struct {
	mu   sync.Mutex
	open int
	max  int
	free chan *conn
}

func newPool(n int) *pool { return &pool{max: n, free: make(chan *conn, n)} }

func (p *pool) get() *conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case c := <-p.free:
		return c
	default:
	}
	if p.open < p.max {
		p.open++
		return &conn{p.open}
	}
	return <-p.free
}

func (p *pool) put(c *conn, broken bool) {
	p.mu.Lock()
	if broken {
		p.open--
	}
	p.mu.Unlock()
	if !broken {
		p.free <- c
	}
}

func main() {
	p := newPool(1)
	c := p.get()
	go func() {
		time.Sleep(5 * time.Millisecond)
		p.put(c, false)
	}()
	fmt.Println(p.get().id)
}
