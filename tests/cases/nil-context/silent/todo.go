// TODO is a context.
package cases

import "context"

func load() error { return fetch(context.TODO()) }

func fetch(ctx context.Context) error { return ctx.Err() }
