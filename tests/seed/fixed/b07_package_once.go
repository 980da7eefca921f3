// One Once for all feeds: the second feed's channel is never closed, and who ranges over it waits.
package fixed

import (
	"context"
	"sync"
)

var closeOnce sync.Once

type Feed struct {
	out chan string
}

func (f *Feed) Run(ctx context.Context) {
	<-ctx.Done()
	closeOnce.Do(func() { close(f.out) })
}

func serve(ctx context.Context) (<-chan string, <-chan string) {
	a, b := &Feed{out: make(chan string)}, &Feed{out: make(chan string)}
	go a.Run(ctx)
	go b.Run(ctx)
	return a.out, b.out
}
