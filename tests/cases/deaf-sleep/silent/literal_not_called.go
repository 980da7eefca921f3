// curfew: --level advice
// The function literal that sleeps is made in the loop and only handed over; the loop itself does not wait for it.
package cases

import (
	"context"
	"time"
)

func schedule(ctx context.Context, jobs []func(), put func(func())) {
	for _, job := range jobs {
		if ctx.Err() != nil {
			return
		}
		put(func() {
			time.Sleep(time.Second)
			job()
		})
	}
}
