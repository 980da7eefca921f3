// The loop's condition asks the context, so cancellation ends it without a return.
package cases

import "context"

func drainUntil(ctx context.Context, in <-chan int) {
	go func() {
		for ctx.Err() == nil {
			select {
			case <-in:
			case <-ctx.Done():
			}
		}
	}()
}
