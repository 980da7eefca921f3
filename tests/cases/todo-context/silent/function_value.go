// curfew: --level advice
// The variable holds the other function.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	fresh := context.Background
	return count(fresh())
}
