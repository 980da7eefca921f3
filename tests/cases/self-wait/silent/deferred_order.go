// The Done is deferred after the wait, and so runs before it.
package cases

import "sync"

type Batch struct{ wg sync.WaitGroup }

func (b *Batch) Run(work func()) {
	b.wg.Add(1)
	go func() {
		defer b.finish()
		defer b.wg.Done()
		work()
	}()
}

func (b *Batch) finish() { b.wg.Wait() }

func (b *Batch) Close() { b.finish() }
