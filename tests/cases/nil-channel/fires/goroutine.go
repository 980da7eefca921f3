// Run time: the goroutine ranges over what its value was made without.
package cases

import "sync"

type node struct {
	wg    sync.WaitGroup
	apply chan int
	sum   int
}

func leader() *node   { return &node{apply: make(chan int)} }
func follower() *node { return &node{sum: 1} }

func (n *node) run() {
	defer n.wg.Done()
	for v := range n.apply { // want nil-channel "n.apply is nil here, and a range over it" deaf-range "nobody closes n.apply"
		n.sum += v
	}
}

func Start() {
	for _, n := range []*node{leader(), follower()} {
		n.wg.Add(1)
		go n.run()
		n.wg.Wait()
	}
}
