// A replicator's worker counts itself out on every path.
package main

import (
	"fmt"
	"sync"
)

type peer struct {
	mu  sync.Mutex
	log []string
}

type replicator struct {
	peers map[string]*peer
	wg    sync.WaitGroup
}

func (r *replicator) send(to, entry string) {
	defer r.wg.Done()
	p, ok := r.peers[to]
	if !ok {
		fmt.Println("unknown peer", to)
		return
	}
	p.mu.Lock()
	p.log = append(p.log, entry)
	p.mu.Unlock()
}

func (r *replicator) broadcast(entry string, to ...string) {
	for _, name := range to {
		r.wg.Add(1)
		go r.send(name, entry)
	}
	r.wg.Wait()
}

func main() {
	r := &replicator{peers: map[string]*peer{"a": {}, "b": {}}}
	r.broadcast("x", "a", "b")
	r.broadcast("y", "a", "c")
}
