// Run time: the loop locks a copy of each shard and reads while others write the shard itself.
package cases

import "sync"

type shard struct {
	mu sync.Mutex
	n  int
}

func total(shards []shard) (sum int) {
	for _, s := range shards { // want copied-lock "s is a copy of the element"
		s.mu.Lock()
		sum += s.n
		s.mu.Unlock()
	}
	return sum
}
