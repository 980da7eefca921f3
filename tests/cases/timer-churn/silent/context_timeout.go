// curfew: --go 1.22 --level advice
// The timer of each round belongs to a context that is cancelled in the round.
package cases

import (
	"context"
	"time"
)

func askAll(ctx context.Context, requests []string, ask func(context.Context, string) error) error {
	for _, r := range requests {
		limited, cancel := context.WithTimeout(ctx, time.Minute)
		err := ask(limited, r)
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}
