// The consumer leaves by its context, and the producer's plain send has nobody left.
package fixed

import "context"

func consume(ctx context.Context, jobs chan int, do func(int)) {
	for {
		select {
		case <-ctx.Done():
			return
		case j, ok := <-jobs:
			if !ok {
				return
			}
			do(j)
		}
	}
}

func run(ctx context.Context, n int, do func(int)) {
	jobs := make(chan int)
	go func() {
		defer close(jobs)
		for i := 0; i < n; i++ {
			jobs <- i
		}
	}()
	consume(ctx, jobs, do)
}
