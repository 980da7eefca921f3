// Run time: the same, whichever parameter it is.
package cases

import "context"

func load() string {
	return fetch("name", nil) // want nil-context "fetch"
}

func fetch(name string, ctx context.Context) string {
	v, _ := ctx.Value(name).(string)
	return v
}
