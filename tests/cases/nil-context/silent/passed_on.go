// The caller's context is passed on.
package cases

import "context"

func load(ctx context.Context) error { return fetch(ctx) }

func fetch(ctx context.Context) error { return ctx.Err() }
