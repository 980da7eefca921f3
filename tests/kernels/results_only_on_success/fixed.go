// A sharded query's workers answer with what they have, an error too.
package main

import (
	"errors"
	"fmt"
)

type shard struct {
	id   int
	down bool
	rows int
}

type partial struct {
	shard int
	rows  int
	err   error
}

func (s *shard) count() (int, error) {
	if s.down {
		return 0, errors.New("shard is down")
	}
	return s.rows, nil
}

func query(s *shard, out chan<- partial) {
	n, err := s.count()
	if err != nil {
		out <- partial{shard: s.id, err: err}
		return
	}
	out <- partial{shard: s.id, rows: n}
}

func gather(shards []*shard) int {
	out := make(chan partial)
	for _, s := range shards {
		go query(s, out)
	}
	total := 0
	for range shards {
		p := <-out
		total += p.rows
	}
	return total
}

func main() {
	fmt.Println(gather([]*shard{{1, false, 10}, {2, false, 5}}))
	fmt.Println(gather([]*shard{{1, false, 10}, {2, true, 5}}))
}
