// Deferred calls run last in, first out: the wait runs before the Done.
package cases

import "sync"

type Batch struct{ wg sync.WaitGroup }

func (b *Batch) Run(work func()) {
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		defer b.finish() // want self-wait "b.finish"
		work()
	}()
}

func (b *Batch) finish() { b.wg.Wait() }

func (b *Batch) Close() { b.finish() }
