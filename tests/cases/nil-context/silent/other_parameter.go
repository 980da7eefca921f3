// What is nil is another parameter.
package cases

import "context"

type options struct{ limit int }

func load(ctx context.Context) error { return fetch(ctx, nil) }

func fetch(ctx context.Context, o *options) error {
	if o != nil && o.limit == 0 {
		return nil
	}
	return ctx.Err()
}
