// A stored context decides about calls that have nothing to do with it.
package proofs_stored_context

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func work(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Minute):
		return nil
	}
}

type stored struct{ ctx context.Context }

func (s stored) do(context.Context) error { return work(s.ctx) }

type perCall struct{}

func (perCall) do(ctx context.Context) error { return work(ctx) }

type doer interface {
	do(context.Context) error
}

// The constructor's context is over: every later call fails, whatever its caller's says.
func TestOverBeforeTheCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		short, cancel := context.WithCancel(t.Context())
		s := stored{short}
		cancel()
		if err := s.do(t.Context()); !errors.Is(err, context.Canceled) {
			t.Errorf("stored: %v, want context canceled", err)
		}
		if err := (perCall{}).do(t.Context()); err != nil {
			t.Errorf("per call: %v", err)
		}
	})
}

// The caller gives up: only the call that was given the caller's context notices.
func TestCallerGivesUp(t *testing.T) {
	took := func(t *testing.T, d doer) time.Duration {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start := time.Now()
		_ = d.do(ctx)
		return time.Since(start)
	}
	synctest.Test(t, func(t *testing.T) {
		if d := took(t, stored{t.Context()}); d != time.Minute {
			t.Errorf("stored: returned after %v", d)
		}
		if d := took(t, perCall{}); d != time.Second {
			t.Errorf("per call: returned after %v", d)
		}
	})
}
