package fetch

import (
	"context"
	"time"
)

func fetch(parent context.Context, id int) error {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	if err := load(ctx, id); err != nil {
		return err
	}
	cancel()
	return nil
}

func load(ctx context.Context, id int) error {
	<-ctx.Done()
	return ctx.Err()
}
