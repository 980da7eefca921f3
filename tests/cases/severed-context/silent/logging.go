// The callee only formats a line; nothing waits under its context.
package cases

import (
	"context"
	"log"
)

type requestKey struct{}

func logf(ctx context.Context, message string) {
	id, _ := ctx.Value(requestKey{}).(string)
	log.Println(id, message)
}

func accept(ctx context.Context, jobs <-chan string) error {
	select {
	case <-ctx.Done():
		logf(context.Background(), "stopped")
		return ctx.Err()
	case job := <-jobs:
		logf(context.Background(), job)
		return nil
	}
}
