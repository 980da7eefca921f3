// Run time: a failing host takes the continue, so each failure leaves one more live timer behind.
package cases

import (
	"context"
	"time"
)

func countUp(parent context.Context, hosts []string, ping func(context.Context, string) error) int {
	up := 0
	for _, host := range hosts {
		ctx, cancel := context.WithTimeout(parent, time.Minute) // want lost-cancel "cancel"
		if err := ping(ctx, host); err != nil {
			continue
		}
		up++
		cancel()
	}
	return up
}
