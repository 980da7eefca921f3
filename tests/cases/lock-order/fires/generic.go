// Run time: the same for every instance of the type.
package cases

import "sync"

type Pair[K comparable, V any] struct {
	keys   sync.Mutex
	values sync.Mutex
	m      map[K]V
}

func (p *Pair[K, V]) Put(k K, v V) {
	p.keys.Lock()
	p.values.Lock()
	p.m[k] = v
	p.values.Unlock()
	p.keys.Unlock()
}

func (p *Pair[K, V]) Take(k K) V {
	p.values.Lock()
	defer p.values.Unlock()
	v := p.m[k]
	p.keys.Lock() // want lock-order "p.keys is taken while p.values is held"
	delete(p.m, k)
	p.keys.Unlock()
	return v
}
