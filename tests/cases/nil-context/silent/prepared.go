// The function is prepared for nil.
package cases

import "context"

func load() error { return fetch(nil) }

func fetch(ctx context.Context) error {
	if ctx == nil {
		ctx = context.Background()
	}
	return ctx.Err()
}
