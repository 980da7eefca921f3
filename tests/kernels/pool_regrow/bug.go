// A connection pool grows through a helper that takes the pool's lock, which get holds already.
// fails: deadlock
// rule: double-lock
// in: get grow
package main

import (
	"errors"
	"fmt"
	"sync"
)

type conn struct {
	id   int
	busy bool
}

type pool struct {
	mu    sync.Mutex
	conns []*conn
	limit int
}

var errFull = errors.New("pool: all connections are busy")

func (p *pool) grow() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.conns) >= p.limit {
		return errFull
	}
	p.conns = append(p.conns, &conn{id: len(p.conns)})
	return nil
}

func (p *pool) idle() *conn {
	for _, c := range p.conns {
		if !c.busy {
			return c
		}
	}
	return nil
}

func (p *pool) get() (*conn, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.idle()
	if c == nil {
		if err := p.grow(); err != nil {
			return nil, err
		}
		c = p.idle()
	}
	c.busy = true
	return c, nil
}

func (p *pool) put(c *conn) {
	p.mu.Lock()
	c.busy = false
	p.mu.Unlock()
}

func main() {
	p := &pool{limit: 2}
	c, err := p.get()
	if err != nil {
		fmt.Println(err)
		return
	}
	p.put(c)
}
