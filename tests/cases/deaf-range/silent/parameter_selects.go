// curfew: --level advice
// The context ends the loop.
package cases

import "context"

func Consume(ctx context.Context, jobs <-chan func(context.Context)) {
	for {
		select {
		case <-ctx.Done():
			return
		case job, ok := <-jobs:
			if !ok {
				return
			}
			job(ctx)
		}
	}
}
