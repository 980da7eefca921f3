// The wait listens; it makes a timer each round.
package fixed

import (
	"context"
	"time"
)

func report(ctx context.Context, send func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			send()
		}
	}
}
