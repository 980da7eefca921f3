// curfew: --level advice
// The path without the call does not return: it panics, and no one recovers.
package cases

import "context"

func must(parent context.Context, check func(context.Context) bool) {
	ctx, cancel := context.WithCancel(parent)
	if !check(ctx) {
		panic("broken table")
	}
	cancel()
}
