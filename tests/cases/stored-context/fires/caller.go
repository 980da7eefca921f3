// Run time: handle's caller gives up, but push waits under the context that the constructor was given.
package cases

import "context"

type outbox struct {
	ctx   context.Context
	lines chan string
}

func newOutbox(ctx context.Context) *outbox {
	return &outbox{ctx: ctx, lines: make(chan string, 64)}
}

func send(ctx context.Context, to chan<- string, line string) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case to <- line:
		return nil
	}
}

func (o *outbox) push(line string) error {
	return send(o.ctx, o.lines, line) // want stored-context "ctx"
}

func handle(reqCtx context.Context, o *outbox, line string) error {
	if reqCtx.Err() != nil {
		return reqCtx.Err()
	}
	return o.push(line)
}
