// A test is a root: its fresh context severs nothing.
package cases

import (
	"context"
	"testing"
	"time"
)

func await(ctx context.Context, ready <-chan time.Time) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}

func TestAwait(t *testing.T) {
	if err := await(context.Background(), time.After(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
}
