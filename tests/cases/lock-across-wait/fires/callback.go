// Run time: the literal that sends is called by a function that holds the lock.
package cases

import "sync"

type box struct {
	mu  sync.Mutex
	n   int
	out chan int
}

func (b *box) locked(f func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f()
}

func (b *box) bump() {
	b.locked(func() {
		b.n++
		b.out <- b.n // want lock-across-wait "mu"
	})
}
