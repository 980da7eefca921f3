// curfew: --level advice
// The functions are collected in a slice whose elements are all called at the end.
package cases

import (
	"context"
	"time"
)

func pingAll(parent context.Context, hosts []string, ping func(context.Context, string)) {
	var cancels []context.CancelFunc
	defer func() {
		for _, cancel := range cancels {
			cancel()
		}
	}()
	for _, host := range hosts {
		ctx, cancel := context.WithTimeout(parent, time.Minute)
		cancels = append(cancels, cancel)
		ping(ctx, host)
	}
}
