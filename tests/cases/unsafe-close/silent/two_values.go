// Two values, each with a channel of its own.
package cases

import "context"

type reader struct{ in chan []byte }

func (r *reader) run(ctx context.Context) {
	<-ctx.Done()
	close(r.in)
}

func read(ctx context.Context) {
	a := &reader{in: make(chan []byte)}
	b := &reader{in: make(chan []byte)}
	go a.run(ctx)
	go b.run(ctx)
	for range a.in {
	}
	for range b.in {
	}
}
