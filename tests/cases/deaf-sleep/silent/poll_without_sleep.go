// curfew: --level advice
// The loop polls between two pieces of work and never sleeps.
package cases

import "context"

func sum(ctx context.Context, numbers []int) (int, error) {
	total := 0
	for _, n := range numbers {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		default:
		}
		total += n
	}
	return total, nil
}
