// The producer has told of its end before the close.
package cases

import "context"

func stream(ctx context.Context, next func() int) {
	out := make(chan int)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for ctx.Err() == nil {
			out <- next()
		}
	}()
	go func() {
		for v := range out {
			println(v)
		}
	}()
	<-ctx.Done()
	<-ended
	close(out)
}
