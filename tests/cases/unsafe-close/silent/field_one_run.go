// One goroutine runs the method that closes the field.
package cases

import "context"

type reader struct{ in chan []byte }

func (r *reader) run(ctx context.Context) {
	<-ctx.Done()
	close(r.in)
}

func read(ctx context.Context) {
	r := &reader{in: make(chan []byte)}
	go r.run(ctx)
	for range r.in {
	}
}
