// curfew: --level advice
// Run time: producers and consumers wait on one condition; a producer's signal may wake a producer.
package cases

import "sync"

type Buffer struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
	max   int
}

func NewBuffer(max int) *Buffer {
	b := &Buffer{max: max}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Buffer) Put(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == b.max {
		b.cond.Wait()
	}
	b.items = append(b.items, n)
	b.cond.Signal() // want lost-signal[advice] "wakes one of those who wait in Buffer.Put and in Buffer.Get"
}

func (b *Buffer) Get() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.cond.Wait()
	}
	n := b.items[0]
	b.items = b.items[1:]
	b.cond.Signal() // want lost-signal[advice] "for different things"
	return n
}
