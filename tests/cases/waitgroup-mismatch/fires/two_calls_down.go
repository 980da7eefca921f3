// Run time: the goroutine leaves Done to finish, which finish leaves out where there is nothing to do.
package cases

import "sync"

type Batch struct {
	wg    *sync.WaitGroup
	items []string
}

func (b *Batch) finish() {
	if len(b.items) == 0 {
		return
	}
	b.items = nil
	b.wg.Done() // want waitgroup-mismatch "Batch.finish can return without it"
}

func (b *Batch) run() {
	b.items = append(b.items, "end")
	b.finish()
}

func Run(batches []*Batch) {
	wg := &sync.WaitGroup{}
	for _, b := range batches {
		b.wg = wg
		wg.Add(1)
		go b.run()
	}
	wg.Wait()
}
