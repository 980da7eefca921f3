// curfew: --level advice
// The old function is called before its variable takes the next one, and the last one is deferred through the variable.
package cases

import "context"

func latest(parent context.Context, inputs []string, show func(context.Context, string)) {
	ctx, cancel := context.WithCancel(parent)
	defer func() { cancel() }()
	for _, input := range inputs {
		cancel()
		ctx, cancel = context.WithCancel(parent)
		show(ctx, input)
	}
}
