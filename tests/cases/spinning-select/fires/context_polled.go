// Run time: asking a context for its error is not waiting for it.
package cases

import "context"

func wait(ctx context.Context, jobs <-chan func()) {
	for ctx.Err() == nil {
		select {
		case job := <-jobs:
			job()
		default: // want spinning-select "default"
		}
	}
}
