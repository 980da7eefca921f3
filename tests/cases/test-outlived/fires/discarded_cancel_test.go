// The test returns: nobody can cancel ctx, because its cancel function was thrown away.
package cases

import (
	"context"
	"testing"
)

func process(ctx context.Context, in <-chan int) {
	for {
		select {
		case <-in:
		case <-ctx.Done():
			return
		}
	}
}

func TestProcess(t *testing.T) {
	ctx, _ := context.WithCancel(context.Background())
	in := make(chan int)
	go process(ctx, in) // want test-outlived "rocess"
	in <- 1
}
