// curfew: --level advice
// Where no limit is set the deferred function is one that does nothing; where one is set it is the real one.
package cases

import (
	"context"
	"time"
)

func watch(ctx context.Context, limit time.Duration, follow func(context.Context) error) error {
	cancel := func() {}
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	return follow(ctx)
}
