// curfew: --level advice
// Cut off from the caller on purpose.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count(ctx context.Context) int {
	return count(context.WithoutCancel(ctx))
}
