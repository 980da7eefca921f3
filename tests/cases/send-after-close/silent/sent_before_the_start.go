// All is sent before the goroutine that closes is started.
package cases

import "context"

func events(ctx context.Context, items []int) <-chan int {
	out := make(chan int, len(items))
	for _, item := range items {
		out <- item
	}
	go func() {
		<-ctx.Done()
		close(out)
	}()
	return out
}
