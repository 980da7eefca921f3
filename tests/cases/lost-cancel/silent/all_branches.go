// curfew: --level advice
// Each way out calls it before it leaves.
package cases

import "context"

func dispatch(parent context.Context, mode string, full, quick func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	switch mode {
	case "full":
		err := full(ctx)
		cancel()
		return err
	case "quick":
		err := quick(ctx)
		cancel()
		return err
	}
	cancel()
	return nil
}
