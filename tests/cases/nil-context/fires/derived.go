// Run time: the context package panics: it cannot make a context from a nil parent.
package cases

import "context"

func load(use func(context.Context)) {
	ctx, cancel := context.WithCancel(nil) // want nil-context "context.WithCancel"
	defer cancel()
	use(ctx)
}
