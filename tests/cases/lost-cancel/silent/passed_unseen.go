// It is passed to a function value whose body is not in sight; that it is called there is assumed.
package cases

import "context"

func probe(parent context.Context, onEnd func(func()), ping func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	onEnd(cancel)
	return ping(ctx)
}
