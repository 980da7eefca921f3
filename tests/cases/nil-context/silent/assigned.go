// The variable is set before it is used.
package cases

import "context"

func load(parent context.Context, detached bool) error {
	var ctx context.Context
	if detached {
		ctx = context.Background()
	} else {
		ctx = parent
	}
	return fetch(ctx)
}

func fetch(ctx context.Context) error { return ctx.Err() }
