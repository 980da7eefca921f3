// A cancelled parent does not stop a callee that waits under a fresh context.
package proofs_severed_context

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// query stands for anything that takes a minute and listens to its context.
func query(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Minute):
		return nil
	}
}

func severed(ctx context.Context) error {
	_ = ctx
	return query(context.Background())
}

// A timeout on the fresh root bounds the wait but does not reconnect it.
func severedWithTimeout(ctx context.Context) error {
	_ = ctx
	limited, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return query(limited)
}

func connected(ctx context.Context) error { return query(ctx) }

func TestSeveredCallIgnoresTheCaller(t *testing.T) {
	for _, c := range []struct {
		name string
		call func(context.Context) error
		took time.Duration
		err  error
	}{
		{"severed", severed, time.Minute, nil},
		{"severed with timeout", severedWithTimeout, 30 * time.Second, context.DeadlineExceeded},
		{"connected", connected, time.Second, context.Canceled},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(time.Second, cancel)
				start := time.Now()
				err := c.call(ctx)
				if took := time.Since(start); took != c.took || !errors.Is(err, c.err) {
					t.Errorf("returned %v after %v, want %v after %v", err, took, c.err, c.took)
				}
			})
		})
	}
}
