package p

import (
	"context"
	"time"
)

func loop(ctx context.Context, in <-chan int, out chan<- int, done chan struct{}) error {
	var last int
	var ok bool
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case v := <-in:
			last = v
		case last, ok = <-in:
			if !ok {
				return nil
			}
		case out <- last:
		case <-time.After(time.Second):
		}
		select {
		case <-done:
			break
		default:
			continue
		}
		select {}
	}
}
