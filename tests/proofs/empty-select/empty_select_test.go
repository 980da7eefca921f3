// A select without cases has no end: a cancelled context does not reach it.
package proofs_empty_select

import (
	"context"
	"testing"
	"time"
)

func returns(t *testing.T, run func(ctx context.Context)) bool {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	returned := make(chan struct{})
	go func() {
		defer close(returned)
		run(ctx)
	}()
	cancel()
	select {
	case <-returned:
		return true
	case <-time.After(50 * time.Millisecond):
		return false
	}
}

func TestTheEmptySelectStays(t *testing.T) {
	if returns(t, func(context.Context) { select {} }) {
		t.Error("it returned")
	}
}

func TestTheContextEnds(t *testing.T) {
	if !returns(t, func(ctx context.Context) { <-ctx.Done() }) {
		t.Error("it stayed")
	}
}
