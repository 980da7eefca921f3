// Near miss of pipe: the other end is closed when the context ends.
package cases

import (
	"context"
	"os"
)

func drain(ctx context.Context) error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	defer r.Close()
	stop := context.AfterFunc(ctx, func() { w.Close() })
	defer stop()
	buf := make([]byte, 64)
	for ctx.Err() == nil {
		if _, err := r.Read(buf); err != nil {
			return err
		}
	}
	return ctx.Err()
}
