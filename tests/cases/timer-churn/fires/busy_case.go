// curfew: --go 1.22
// Run time: messages come a thousand a second, each makes a new one-minute timer, and sixty thousand live at once.
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
		case <-time.After(time.Minute): // want timer-churn "After"
			idle()
		}
	}
}
