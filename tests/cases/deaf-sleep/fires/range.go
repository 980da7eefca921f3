// Run time: the loop over the items asks the context for each and then paces itself with a sleep.
package cases

import (
	"context"
	"time"
)

func sendAll(ctx context.Context, items []string, send func(string)) error {
	for _, item := range items {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		send(item)
		time.Sleep(100 * time.Millisecond) // want deaf-sleep "Sleep"
	}
	return nil
}
