// main is where the root context is made.
package main

import (
	"context"
	"fmt"
	"time"
)

func await(ctx context.Context, ready <-chan time.Time) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}

func main() {
	fmt.Println(await(context.Background(), time.After(time.Second)))
}
