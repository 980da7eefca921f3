package cases

import (
	"context"

	"go.uber.org/ratelimit"
	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"
)

func Throttle(ctx context.Context, l *rate.Limiter) error {
	return l.Wait(context.Background()) // want severed-context "ctx is at hand"
}

func ThrottleWith(ctx context.Context, l *rate.Limiter) error {
	return l.Wait(ctx)
}

func Take(ctx context.Context, s *semaphore.Weighted) error {
	return s.Acquire(context.TODO(), 1) // want severed-context "ctx is at hand"
}

func TakeWith(ctx context.Context, s *semaphore.Weighted) error {
	return s.Acquire(ctx, 1)
}

// A pace is short, and no context ends it.
func Pace(ctx context.Context, l ratelimit.Limiter) error {
	l.Take()
	return ctx.Err()
}
