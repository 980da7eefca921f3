// curfew: --level advice
// The error path cancels, the other path returns the function through a bare return.
package cases

import (
	"context"
	"errors"
)

func open(parent context.Context, name string) (ctx context.Context, cancel context.CancelFunc, err error) {
	ctx, cancel = context.WithCancel(parent)
	if name == "" {
		cancel()
		return nil, nil, errors.New("no name")
	}
	return
}
