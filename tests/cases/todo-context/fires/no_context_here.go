// curfew: --level advice
// Nothing here has a context yet, and what is called only looks a value up today.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	return count(context.TODO()) // want todo-context[advice] "still to be chosen"
}
