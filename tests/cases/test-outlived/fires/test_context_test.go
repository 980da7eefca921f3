// curfew: --level advice
// t.Context ends just before the cleanups: it stops the goroutine, and nothing waits for its end.
package cases

import (
	"context"
	"testing"
)

func watch(ctx context.Context, changes chan<- int) {
	for n := 0; ; n++ {
		select {
		case changes <- n:
		case <-ctx.Done():
			return
		}
	}
}

func TestWatch(t *testing.T) {
	changes := make(chan int)
	go watch(t.Context(), changes) // want test-outlived[advice] "atch"
	<-changes
}
