// A quorum write gives up at the second failure; the acknowledgements that are still to come find one slot.
// fails: leak
// rule: undersized-channel, abandoned-sender
// in: write
package main

import (
	"errors"
	"fmt"
	"time"
)

type replica struct {
	id   int
	fail bool
}

func (r replica) store(key string) error {
	time.Sleep(time.Duration(r.id) * time.Millisecond)
	if r.fail {
		return fmt.Errorf("replica %d: refused %s", r.id, key)
	}
	return nil
}

type cluster struct{ replicas []replica }

func (c *cluster) write(key string) error {
	acks := make(chan error, 1)
	for _, r := range c.replicas {
		go func(r replica) { acks <- r.store(key) }(r)
	}
	failures := 0
	for range c.replicas {
		if err := <-acks; err != nil {
			failures++
			if failures > 1 {
				return errors.Join(errors.New("no quorum"), err)
			}
		}
	}
	return nil
}

func main() {
	c := &cluster{}
	for i := 1; i <= 5; i++ {
		c.replicas = append(c.replicas, replica{i, i < 3})
	}
	fmt.Println(c.write("k"))
	time.Sleep(20 * time.Millisecond)
}
