// The defers in reverse of the construction: the store is closed first, what uses it last.
package main

import (
	"errors"
	"fmt"
	"os"
)

type store struct{ f *os.File }

func newStore() *store {
	f, _ := os.Create("store")
	return &store{f}
}

func (s *store) Close() { s.f.Close() }

func (s *store) put(v string) error {
	_, err := fmt.Fprintln(s.f, v)
	return err
}

type cache struct {
	s       *store
	pending []string
}

func newCache(s *store) *cache { return &cache{s: s} }

func (c *cache) Close() {
	for _, v := range c.pending {
		if err := c.s.put(v); err != nil {
			panic(errors.Join(errors.New("store is closed"), err))
		}
	}
}

func (c *cache) serve() { c.pending = append(c.pending, "x") }

func main() {
	s := newStore()
	c := newCache(s)
	defer c.Close()
	defer s.Close()
	c.serve()
}
