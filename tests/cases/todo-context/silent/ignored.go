// curfew: --level advice
// Left for later, and said so.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	return count(context.TODO()) //curfew:ignore todo-context the callers get a context with the next release
}
