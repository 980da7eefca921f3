// A node's constructors both make the apply channel.
package cases

import (
	"fmt"
	"sync"
)

type node struct {
	name   string
	apply  chan int
	leader bool
	log    []int
	wg     sync.WaitGroup
}

func newLeader(name string) *node {
	return &node{name: name, apply: make(chan int), leader: true}
}

func newFollower(name string) *node {
	return &node{name: name, apply: make(chan int)}
}

func (n *node) start() {
	n.wg.Add(1)
	go func() {
		defer n.wg.Done()
		for v := range n.apply {
			n.log = append(n.log, v)
		}
	}()
}

func (n *node) propose(v int) { n.apply <- v }

func (n *node) stop() {
	close(n.apply)
	n.wg.Wait()
}

func use() {
	for _, n := range []*node{newLeader("a"), newFollower("b")} {
		n.start()
		n.propose(1)
		n.stop()
		fmt.Println(n.name, n.log)
	}
}
