// Run time: the counter is read without an atomic load while others add to it.
package cases

import "sync/atomic"

type stats struct{ hits, misses atomic.Int64 }

type cache struct{ stats stats }

func (c *cache) read() int64 {
	now := c.stats // want copied-lock "c.stats is copied to now, with the sync/atomic.Int64 in .hits"
	return now.hits.Load()
}
