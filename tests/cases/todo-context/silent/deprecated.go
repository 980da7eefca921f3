// curfew: --level advice
// Kept for those who have no context.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

// Count counts.
//
// Deprecated: use CountContext.
func Count() int {
	return count(context.TODO())
}
