// curfew: --level advice
// The placeholder is made through a variable that holds the function.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	fresh := context.TODO
	return count(fresh()) // want todo-context[advice] "still to be chosen"
}
