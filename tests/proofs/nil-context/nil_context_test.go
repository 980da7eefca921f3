// What asks a nil context for anything panics, and what derives from it does.
package proofs_nil_context

import (
	"context"
	"net/http"
	"testing"
)

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

func TestAskingPanics(t *testing.T) {
	wait := func(ctx context.Context) { <-ctx.Done() }
	if !panics(func() { wait(nil) }) {
		t.Error("it did not")
	}
}

func TestDerivingPanics(t *testing.T) {
	if !panics(func() { context.WithCancel(nil) }) {
		t.Error("it did not")
	}
}

func TestARequestIsRefused(t *testing.T) {
	if _, err := http.NewRequestWithContext(nil, "GET", "http://localhost", nil); err == nil {
		t.Error("it was made")
	}
}

func TestTodoIsAContext(t *testing.T) {
	if panics(func() { _ = context.TODO().Err() }) {
		t.Error("it panicked")
	}
}
