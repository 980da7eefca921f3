// Run time: mode is neither of the two listed, and only the listed cases cancel.
package cases

import "context"

func dispatch(parent context.Context, mode string, full, quick func(context.Context)) {
	ctx, cancel := context.WithCancel(parent) // want lost-cancel "cancel"
	switch mode {
	case "full":
		full(ctx)
		cancel()
	case "quick":
		quick(ctx)
		cancel()
	default:
		quick(ctx)
	}
}
