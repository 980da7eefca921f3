// The signal to stop says nothing about the producer, which may be in the middle of a send.
package cases

import "context"

func stream(ctx context.Context, next func() int) {
	out := make(chan int)
	go func() {
		for ctx.Err() == nil {
			out <- next() // want send-after-close[warning] "may be closed by stream"
		}
	}()
	go func() {
		for v := range out {
			println(v)
		}
	}()
	<-ctx.Done()
	close(out)
}
