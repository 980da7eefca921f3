// Run time: nobody else knows the value yet whose lock is held.
package cases

import "sync"

type Registry struct {
	mu    sync.Mutex
	items []*Item
}

type Item struct {
	mu    sync.Mutex
	name  string
	count int
}

func (r *Registry) Count() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, i := range r.items {
		i.mu.Lock()
		i.count++
		i.mu.Unlock()
	}
}

func (r *Registry) New(name string) *Item {
	i := &Item{}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.name = name
	r.mu.Lock()
	r.items = append(r.items, i)
	r.mu.Unlock()
	return i
}
