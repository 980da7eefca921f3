package errgroup_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/sync/errgroup"
)

var errFirst = errors.New("first")

func failAfter(d time.Duration) func() error {
	return func() error {
		time.Sleep(d)
		return errFirst
	}
}

func waitUnder(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func TestSiblingsOfABareGroupRunOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, start := t.Context(), time.Now()
		var g errgroup.Group
		g.Go(failAfter(time.Second))
		g.Go(func() error { return waitUnder(ctx, time.Minute) })
		if err := g.Wait(); err != errFirst {
			t.Errorf("got %v", err)
		}
		if took := time.Since(start); took != time.Minute {
			t.Errorf("Wait took %v", took)
		}
	})
}

func TestSiblingsOfAGroupWithContextStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		g, ctx := errgroup.WithContext(t.Context())
		g.Go(failAfter(time.Second))
		g.Go(func() error { return waitUnder(ctx, time.Minute) })
		if err := g.Wait(); err != errFirst {
			t.Errorf("got %v", err)
		}
		if took := time.Since(start); took != time.Second {
			t.Errorf("Wait took %v", took)
		}
	})
}

func TestCancelByHandIsEnough(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var g errgroup.Group
		g.Go(func() error {
			err := failAfter(time.Second)()
			cancel()
			return err
		})
		g.Go(func() error { return waitUnder(ctx, time.Minute) })
		g.Wait()
		if took := time.Since(start); took != time.Second {
			t.Errorf("Wait took %v", took)
		}
	})
}
