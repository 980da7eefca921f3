// The producer closes when it has ended.
package cases

import "context"

func stream(ctx context.Context, next func() int) {
	out := make(chan int)
	go func() {
		defer close(out)
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
}
