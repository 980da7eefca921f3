// curfew: --go 1.23 --level advice
// From 1.23 on a timer that nothing refers to is collected, fired or not.
package cases

import (
	"context"
	"time"
)

func consume(ctx context.Context, messages <-chan string, handle func(string), idle func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-messages:
			handle(m)
		case <-time.After(time.Minute):
			idle()
		}
	}
}
