// A goroutine calls it when its work is over, and the function waits for that goroutine.
package cases

import "context"

func runAside(parent context.Context, work func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		defer cancel()
		work(ctx)
	}()
	<-ctx.Done()
}
