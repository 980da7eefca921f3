// The context ends with the round.
package cases

import (
	"context"
	"time"
)

func each(parent context.Context, items []string, abort func(string), do func(context.Context, string)) {
	for _, item := range items {
		ctx, cancel := context.WithTimeout(parent, time.Minute)
		context.AfterFunc(ctx, func() { abort(item) })
		do(ctx, item)
		cancel()
	}
}
