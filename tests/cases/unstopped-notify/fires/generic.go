// Run time: whatever the items are, each round registers.
package cases

import "context"

func each[T any](ctx context.Context, items []T, cancel func(T), do func(T)) {
	for _, item := range items {
		context.AfterFunc(ctx, func() { cancel(item) }) // want unstopped-notify[warning] "registers with ctx"
		do(item)
	}
}
