// curfew: --level advice
// Each round runs in a function of its own, whose deferred call ends with the round.
package cases

import (
	"context"
	"time"
)

func countUp(parent context.Context, hosts []string, ping func(context.Context, string) error) int {
	up := 0
	for _, host := range hosts {
		func() {
			ctx, cancel := context.WithTimeout(parent, time.Minute)
			defer cancel()
			if ping(ctx, host) == nil {
				up++
			}
		}()
	}
	return up
}
