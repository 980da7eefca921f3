// curfew: --level advice
// A literal that is called later.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Counter() func() int {
	return func() int {
		return count(context.TODO()) // want todo-context[advice] "still to be chosen"
	}
}
