// A Once of its own for each call guards nothing.
package fixed

import (
	"context"
	"sync"
)

type Feed struct {
	out chan string
}

func (f *Feed) Run(ctx context.Context) {
	var once sync.Once
	<-ctx.Done()
	once.Do(func() { close(f.out) })
}

func serve(ctx context.Context) <-chan string {
	f := &Feed{out: make(chan string)}
	go f.Run(ctx)
	go f.Run(ctx)
	return f.out
}
