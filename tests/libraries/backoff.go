package cases

import (
	"context"
	"errors"

	"github.com/cenkalti/backoff/v4"
	newer "github.com/cenkalti/backoff/v5"
)

func try() error { return errors.New("not yet") }

func Retry(ctx context.Context) error {
	b := backoff.WithContext(backoff.NewExponentialBackOff(), context.Background()) // want severed-context "ctx is at hand"
	return backoff.Retry(try, b)
}

func RetryWith(ctx context.Context) error {
	return backoff.Retry(try, backoff.WithContext(backoff.NewExponentialBackOff(), ctx))
}

func RetryMost(ctx context.Context) error {
	b := backoff.WithMaxRetries(backoff.WithContext(backoff.NewExponentialBackOff(), ctx), 3)
	return backoff.Retry(try, b)
}

func RetryNewer(ctx context.Context) (int, error) {
	return newer.Retry(context.TODO(), func() (int, error) { return 0, try() }) // want severed-context "ctx is at hand"
}

func RetryNewerWith(ctx context.Context) (int, error) {
	return newer.Retry(ctx, func() (int, error) { return 0, try() })
}
