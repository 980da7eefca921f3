// Run time: whoever holds the value signals its condition.
package cases

import "sync"

type Box struct {
	sync.Mutex
	Changed *sync.Cond
	N       int
}

func NewBox() *Box {
	b := &Box{}
	b.Changed = sync.NewCond(&b.Mutex)
	return b
}

func (b *Box) Next(old int) int {
	b.Lock()
	defer b.Unlock()
	for b.N == old {
		b.Changed.Wait()
	}
	return b.N
}
