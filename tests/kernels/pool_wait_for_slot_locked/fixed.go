// A pool waits for a returned connection without its lock.
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
	if p.open < p.max && len(p.free) == 0 {
		p.open++
		c := &conn{p.open}
		p.mu.Unlock()
		return c
	}
	p.mu.Unlock()
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
