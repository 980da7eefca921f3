// curfew: --level advice
// A generic function.
package cases

import "context"

func load[T any](ctx context.Context) T {
	v, _ := ctx.Value("key").(T)
	return v
}

func Load[T any]() T {
	return load[T](context.TODO()) // want todo-context[advice] "still to be chosen"
}
