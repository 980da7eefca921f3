// The value keeps the stop function for its Close.
package cases

import "iter"

type cursor struct {
	next func() (int, bool)
	stop func()
}

func newCursor(seq iter.Seq[int]) *cursor {
	c := &cursor{}
	c.next, c.stop = iter.Pull(seq)
	return c
}

func (c *cursor) Close() { c.stop() }
