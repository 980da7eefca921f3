// curfew: --level advice
// severed-context says it, and shows the wait.
package cases

import "context"

func wait(ctx context.Context, c <-chan int) int {
	select {
	case <-ctx.Done():
		return 0
	case n := <-c:
		return n
	}
}

func Run(ctx context.Context, c <-chan int) int {
	return wait(context.TODO(), c) // want severed-context "ctx is at hand"
}
