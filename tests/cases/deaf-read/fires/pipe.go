// Run time: the writer's end stays open and silent, since only its own goroutine closes it, on an error of its own.
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
	_ = w
	buf := make([]byte, 64)
	for ctx.Err() == nil {
		if _, err := r.Read(buf); err != nil { // want deaf-read[warning] "r.Read waits for a pipe"
			return err
		}
	}
	return ctx.Err()
}
