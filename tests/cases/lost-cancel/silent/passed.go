// curfew: --level advice
// The function it is passed to calls it on each of its paths.
package cases

import "context"

func finish(stop context.CancelFunc, err error) error {
	stop()
	return err
}

func probe(parent context.Context, ping func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	return finish(cancel, ping(ctx))
}
