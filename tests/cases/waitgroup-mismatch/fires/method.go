// Run time: a peer that is not known ends the goroutine without Done.
package cases

import "sync"

type Replicator struct {
	peers map[string]chan string
	wg    sync.WaitGroup
}

func (r *Replicator) lookup(to string) (int, bool) { return len(r.peers[to]), r.peers[to] != nil }

func (r *Replicator) send(to string) {
	if _, ok := r.lookup(to); !ok {
		return
	}
	r.wg.Done() // want waitgroup-mismatch "Replicator.send can return without it"
}

func (r *Replicator) Broadcast(to ...string) {
	for _, name := range to {
		r.wg.Add(1)
		go r.send(name)
	}
	r.wg.Wait()
}
