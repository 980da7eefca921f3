// curfew: --level advice
// main has no caller that could give it a context.
package main

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func main() {
	println(count(context.TODO())) // want todo-context[advice] "a root is what is wanted"
}
