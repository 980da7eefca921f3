// Run time: the literal takes a context and asks it.
package cases

import "context"

func load() error {
	check := func(ctx context.Context) error { return ctx.Err() }
	return check(nil) // want nil-context "check"
}
