// The Once is local: each run has another one.
package cases

import (
	"context"
	"sync"
)

type reader struct{ in chan []byte }

func (r *reader) run(ctx context.Context) {
	var once sync.Once
	<-ctx.Done()
	once.Do(func() { close(r.in) }) // want unsafe-close[warning] "r.run runs twice"
}

func read(ctx context.Context) {
	r := &reader{in: make(chan []byte)}
	go r.run(ctx)
	go r.run(ctx)
	for range r.in {
	}
}
