// Run time: put calls out under its lock only where the flag is set, which flush does, once, when it has
// taken that lock: the other order is over by then.
package cases

import "sync"

type Batch struct {
	mu    sync.Mutex
	done  bool
	items []string
	owner *Owner
}

type Owner struct {
	mu    sync.Mutex
	batch *Batch
	sum   int
}

func (b *Batch) Put(item string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.done {
		b.owner.add(item)
		return
	}
	b.items = append(b.items, item)
}

func (o *Owner) add(item string) {
	o.mu.Lock()
	o.sum += len(item)
	o.mu.Unlock()
}

func (b *Batch) flush(f func(string)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done = true
	for _, item := range b.items {
		f(item)
	}
}

func (o *Owner) Start() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.batch.flush(func(item string) { o.sum += len(item) })
}
