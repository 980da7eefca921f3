// Run time: once the context is cancelled the goroutine returns without Done.
package cases

import (
	"context"
	"sync"
)

type Feed struct {
	wg  sync.WaitGroup
	out chan int
	in  chan int
}

func (f *Feed) Start(ctx context.Context) {
	f.wg.Add(1)
	go f.pump(ctx)
}

func (f *Feed) pump(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case v, ok := <-f.in:
			if !ok {
				f.done() // want waitgroup-mismatch "f.done, which takes the goroutine off the count, is not reached on every path"
				return
			}
			_ = v
		}
	}
}

func (f *Feed) done() { f.wg.Done() }

func (f *Feed) Stop() { f.wg.Wait() }
