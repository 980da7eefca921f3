// Run time: the function that is called hands it on to one that uses it.
package cases

import "context"

func load() error {
	return outer(nil) // want nil-context "outer"
}

func outer(ctx context.Context) error { return inner(ctx) }

func inner(ctx context.Context) error {
	<-ctx.Done()
	return nil
}
