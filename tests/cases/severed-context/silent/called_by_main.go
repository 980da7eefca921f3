// curfew: --level advice
// The only caller is main, which has no context to lose.
package main

import (
	"context"
	"fmt"
)

func await(ctx context.Context, ready <-chan int) (int, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case v := <-ready:
		return v, nil
	}
}

func run() error {
	ready := make(chan int, 1)
	ready <- 1
	v, err := await(context.Background(), ready)
	fmt.Println(v)
	return err
}

func main() {
	if err := run(); err != nil {
		fmt.Println(err)
	}
}
