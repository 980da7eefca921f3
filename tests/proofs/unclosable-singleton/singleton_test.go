package singleton

import (
	"context"
	"sync"
	"testing"

	"proofs/bubble"
)

// Each accessor has an instance of its own, so that each test sees a first call.
type accessor struct {
	once   sync.Once
	cancel context.CancelFunc
	done   chan struct{}
}

func (a *accessor) get() {
	a.once.Do(func() {
		ctx, cancel := context.WithCancel(context.Background())
		a.cancel = cancel
		a.done = make(chan struct{})
		go func() {
			defer close(a.done)
			<-ctx.Done()
		}()
	})
}

func (a *accessor) stop() {
	a.cancel()
	<-a.done
}

func TestTheFirstCallLeavesAGoroutine(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		var a accessor
		a.get()
		a.get()
	})
	if !leaves {
		t.Error("nothing was left behind")
	}
}

func TestAStopThatIsCalledEndsIt(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		var a accessor
		a.get()
		a.stop()
	})
	if leaves {
		t.Error("the goroutine outlived its stop")
	}
}
