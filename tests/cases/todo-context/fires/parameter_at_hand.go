// curfew: --level advice
// The parameter is not passed on.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count(ctx context.Context) int {
	if ctx.Err() != nil {
		return 0
	}
	return count(context.TODO()) // want todo-context[advice] "ctx is at hand"
}
