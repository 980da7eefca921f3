// curfew: --level advice
// The cleanup cancels and then waits for the goroutine's end.
package cases

import (
	"context"
	"testing"
)

func TestLoop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	in := make(chan int)
	t.Cleanup(func() {
		cancel()
		<-done
	})
	go func() {
		defer close(done)
		for {
			select {
			case <-in:
			case <-ctx.Done():
				return
			}
		}
	}()
	in <- 1
}
