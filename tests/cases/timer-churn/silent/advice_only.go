// curfew: --go 1.22
// At the default level a timer that ends its own round is no finding.
package cases

import (
	"context"
	"time"
)

func watch(ctx context.Context, look func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			look()
		}
	}
}
