// Run time: the helper hands the duty to cancel to its caller, and this caller drops it.
package cases

import (
	"context"
	"time"
)

func withBudget(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, 10*time.Second)
}

func index(parent context.Context, scan func(context.Context) error) error {
	ctx, _ := withBudget(parent) // want lost-cancel "withBudget"
	return scan(ctx)
}
