// Run time: the discarding statements run in a helper of the function that holds the parent.
package cases

import (
	"context"
	"time"
)

type order struct{ id int }

func ship(ctx context.Context, orders []order) error {
	for range orders {
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

func shipWithin(parent context.Context, orders []order) error {
	ctx, _ := context.WithTimeout(parent, 5*time.Second) // want lost-cancel "WithTimeout"
	return ship(ctx, orders)
}

func handle(parent context.Context, orders []order) error {
	if len(orders) == 0 {
		return nil
	}
	return shipWithin(parent, orders)
}
