// The loop uses the elements where they are.
package cases

import "sync"

type shard struct {
	mu sync.Mutex
	n  int
}

func total(shards []shard) (sum int) {
	for i := range shards {
		s := &shards[i]
		s.mu.Lock()
		sum += s.n
		s.mu.Unlock()
	}
	return sum
}
