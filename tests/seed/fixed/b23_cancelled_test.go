// Told to stop, and not waited for.
package fixed

import (
	"context"
	"testing"
	"time"
)

func work(ctx context.Context, out func(string)) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
			out("tick")
		}
	}
}

func TestWork(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go work(ctx, func(string) {})
}
