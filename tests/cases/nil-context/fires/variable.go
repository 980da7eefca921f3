// Run time: the variable is declared and never set.
package cases

import "context"

func load() error {
	var ctx context.Context
	return fetch(ctx) // want nil-context "fetch"
}

func fetch(ctx context.Context) error { return ctx.Err() }
