// The other case wins again and again, and each time a timer is left for a minute.
package fixed

import (
	"context"
	"time"
)

func watch(ctx context.Context, events <-chan string, handle func(string), idle func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			handle(e)
		case <-time.After(time.Minute):
			idle()
		}
	}
}
