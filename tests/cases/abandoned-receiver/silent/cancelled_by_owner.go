// The goroutine ends early when its context is cancelled, which the owner does after the receive.
package cases

import "context"

func first(parent context.Context, read func() int) int {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	out := make(chan int)
	go func() {
		for ctx.Err() == nil {
			select {
			case <-ctx.Done():
				return
			case out <- read():
			}
		}
	}()
	return <-out
}
