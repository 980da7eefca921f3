// A hedged read asks every replica and returns with the first answer: the other replicas' goroutines block in their send for good.
// fails: leak
// rule: abandoned-sender, undersized-channel
// in: read
package main

import (
	"errors"
	"fmt"
	"time"
)

type answer struct {
	from string
	data string
}

type replica struct {
	name  string
	delay time.Duration
}

func (r *replica) get(key string) answer {
	time.Sleep(r.delay)
	return answer{r.name, key + "@" + r.name}
}

type client struct {
	replicas []*replica
}

func (c *client) read(key string) (answer, error) {
	if len(c.replicas) == 0 {
		return answer{}, errors.New("no replicas")
	}
	answers := make(chan answer)
	for _, r := range c.replicas {
		go func() {
			answers <- r.get(key)
		}()
	}
	first := <-answers
	return first, nil
}

func main() {
	c := &client{}
	for i := 1; i <= 3; i++ {
		c.replicas = append(c.replicas, &replica{fmt.Sprint("r", i), time.Duration(i) * time.Millisecond})
	}
	a, err := c.read("k")
	fmt.Println(a, err)
	time.Sleep(20 * time.Millisecond)
}
