// The Once lies beside the channel: one for all runs.
package cases

import (
	"context"
	"sync"
)

type reader struct {
	in   chan []byte
	once sync.Once
}

func (r *reader) run(ctx context.Context) {
	<-ctx.Done()
	r.once.Do(func() { close(r.in) })
}

func read(ctx context.Context) {
	r := &reader{in: make(chan []byte)}
	go r.run(ctx)
	go r.run(ctx)
	for range r.in {
	}
}
