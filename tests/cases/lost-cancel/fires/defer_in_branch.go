// Run time: strict is false, so the deferred call is never registered.
package cases

import (
	"context"
	"time"
)

func render(parent context.Context, strict bool, draw func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(parent, 30*time.Second) // want lost-cancel "cancel"
	if strict {
		defer cancel()
	}
	return draw(ctx)
}
