// Run time: fetch asks the nil interface for its Done channel, which is a nil dereference.
package cases

import "context"

func load() error {
	return fetch(nil) // want nil-context[warning] "fetch is given nil for its context"
}

func fetch(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}
