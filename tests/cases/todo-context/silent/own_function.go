// curfew: --level advice
// A function of this package that happens to have the name.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func TODO() context.Context { return context.Background() }

func Count() int {
	return count(TODO())
}
