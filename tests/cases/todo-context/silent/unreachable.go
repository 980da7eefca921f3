// curfew: --level advice
// Control never comes there.
package cases

import "context"

type key struct{}

func count(ctx context.Context) int {
	n, _ := ctx.Value(key{}).(int)
	return n
}

func Count() int {
	return 0
	return count(context.TODO())
}
