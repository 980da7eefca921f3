// Run time: the stored context is first copied to a local variable, and the wait runs under the copy.
package cases

import "context"

type gate struct {
	ctx  context.Context
	open chan struct{}
}

func newGate(ctx context.Context) *gate {
	return &gate{ctx: ctx, open: make(chan struct{})}
}

func await(ctx context.Context, ready <-chan struct{}) bool {
	select {
	case <-ctx.Done():
		return false
	case <-ready:
		return true
	}
}

func (g *gate) pass() bool {
	if ctx := g.ctx; !await(ctx, g.open) { // want stored-context "ctx"
		return false
	}
	return true
}

func enter(callCtx context.Context, g *gate) error {
	if !g.pass() {
		return callCtx.Err()
	}
	return nil
}
