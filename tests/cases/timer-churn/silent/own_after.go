// curfew: --go 1.22 --level advice
// This After belongs to another type and makes no timer.
package cases

import "context"

type clock struct{ ticks chan struct{} }

func (c clock) After(int) <-chan struct{} { return c.ticks }

func consume(ctx context.Context, time clock, messages <-chan string, handle func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-messages:
			handle(m)
		case <-time.After(60):
			return
		}
	}
}
