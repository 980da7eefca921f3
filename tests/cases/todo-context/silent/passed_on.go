// curfew: --level advice
// The parameter is passed on.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count(ctx context.Context) int {
	return count(ctx)
}
