// curfew: --level advice
// A method of that name.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

type roots struct{}

func (roots) TODO() context.Context { return context.Background() }

func Count() int {
	var r roots
	return count(r.TODO())
}
