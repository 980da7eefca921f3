// curfew: --level advice
// A helper hands the placeholder out.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func fallback() context.Context {
	return context.TODO() // want todo-context[advice] "still to be chosen"
}

func Count() int {
	return count(fallback())
}
