// A lost cancel function keeps the context, and all that it refers to, alive in its parent.
package proofs_lost_cancel

import (
	"context"
	"runtime"
	"testing"
	"testing/synctest"
	"time"
	"weak"
)

type key struct{}

// call makes a context for one call and says how to find out later whether it is still reachable.
func call(parent context.Context, cancelled bool) weak.Pointer[[1024]byte] {
	payload := new([1024]byte)
	ctx, cancel := context.WithTimeout(context.WithValue(parent, key{}, payload), time.Hour)
	_ = ctx.Err()
	if cancelled {
		cancel()
	}
	return weak.Make(payload)
}

func TestLostCancelKeepsTheContextAlive(t *testing.T) {
	parent, cancel := context.WithCancel(t.Context())
	defer cancel()
	lost, kept := call(parent, false), call(parent, true)
	runtime.GC()
	runtime.GC()
	if lost.Value() == nil {
		t.Error("without cancel: the context was collected before its deadline")
	}
	if kept.Value() != nil {
		t.Error("with cancel: the context is still reachable")
	}
	runtime.KeepAlive(parent)
}

// A goroutine that waits for the lost context waits until the deadline, the other ends at once.
func TestLostCancelStrandsTheWaiter(t *testing.T) {
	wait := func(cancelled bool) (took time.Duration) {
		ended := make(chan struct{})
		start := time.Now()
		func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
			go func() {
				defer close(ended)
				<-ctx.Done()
			}()
			if cancelled {
				cancel()
			}
		}()
		<-ended
		return time.Since(start)
	}
	synctest.Test(t, func(t *testing.T) {
		if took := wait(false); took != time.Hour {
			t.Errorf("without cancel the goroutine ended after %v", took)
		}
		if took := wait(true); took != 0 {
			t.Errorf("with cancel the goroutine ended after %v", took)
		}
	})
}
