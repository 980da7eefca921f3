// What is nil is the receiver.
package cases

import "context"

type noop struct{}

func (*noop) run(ctx context.Context) error { return ctx.Err() }

func load(ctx context.Context) error { return (*noop).run(nil, ctx) }
