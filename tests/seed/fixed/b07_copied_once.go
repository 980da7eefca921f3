// The receiver is a copy, and so is its Once.
package fixed

import (
	"context"
	"sync"
)

type Feed struct {
	once sync.Once
	out  chan string
}

func (f Feed) Run(ctx context.Context) {
	<-ctx.Done()
	f.once.Do(func() { close(f.out) })
}

func serve(ctx context.Context) <-chan string {
	f := Feed{out: make(chan string)}
	go f.Run(ctx)
	go f.Run(ctx)
	return f.out
}
