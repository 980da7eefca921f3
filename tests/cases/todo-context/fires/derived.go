// curfew: --level advice
// A deadline is derived from the placeholder: whoever calls still cannot cancel it.
package cases

import (
	"context"
	"time"
)

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	ctx, cancel := context.WithTimeout(context.TODO(), time.Second) // want todo-context[advice] "still to be chosen"
	defer cancel()
	return count(ctx)
}
