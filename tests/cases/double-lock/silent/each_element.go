// Each round locks another element.
package cases

import "sync"

type shard struct {
	mu sync.Mutex
	n  int
}

func total(shards []*shard) (sum int) {
	for _, s := range shards {
		s.mu.Lock()
		sum += s.n
	}
	for _, s := range shards {
		s.mu.Unlock()
	}
	return sum
}
