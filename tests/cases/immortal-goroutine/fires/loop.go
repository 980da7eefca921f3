// warmShards is called with at least one shard: each gets a goroutine of its own that loops for good.
package cases

import "time"

type shard struct{ hits int }

func warmShards(shards []*shard) {
	for _, s := range shards {
		go func() { // want immortal-goroutine "warmShards"
			for {
				s.hits = 0
				time.Sleep(time.Hour)
			}
		}()
	}
}
