// The literal sets the variable before it is used.
package cases

import "context"

func load(parent context.Context) error {
	var ctx context.Context
	set := func() { ctx = parent }
	set()
	return fetch(ctx)
}

func fetch(ctx context.Context) error { return ctx.Err() }
