// Run time: a request that is not allowed leaves the count raised, and Close waits for ever.
package cases

import (
	"errors"
	"sync"
)

type Gate struct {
	sync.WaitGroup
	limit int
}

func (g *Gate) Do(n int, f func()) error {
	g.Add(1) // want waitgroup-mismatch "g.Add is not taken back on every path"
	if n > g.limit {
		return errors.New("too many")
	}
	f()
	g.Done()
	return nil
}

func (g *Gate) Close() { g.Wait() }
