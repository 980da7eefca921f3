// Where open fails it gives no cancel function; where it succeeds the deferred call runs.
package cases

import (
	"context"
	"errors"
)

func open(parent context.Context, name string) (context.Context, context.CancelFunc, error) {
	if name == "" {
		return nil, nil, errors.New("no name")
	}
	ctx, cancel := context.WithCancel(parent)
	return ctx, cancel, nil
}

func use(parent context.Context, name string, work func(context.Context) error) error {
	ctx, cancel, err := open(parent, name)
	if err != nil {
		return err
	}
	defer cancel()
	return work(ctx)
}
