// It hands the context to one that is prepared for nil.
package cases

import "context"

func load() error { return outer(nil) }

func outer(ctx context.Context) error { return inner(ctx) }

func inner(ctx context.Context) error {
	if ctx != nil {
		return ctx.Err()
	}
	return nil
}
