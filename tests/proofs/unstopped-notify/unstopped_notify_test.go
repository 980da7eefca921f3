//go:build unix

// What registers and does not undo it is kept, and served long after.
package proofs_unstopped_notify

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

const rounds = 10

// told counts the channels of rounds long past that a signal still reaches.
func told(t *testing.T, undo bool) int {
	var left []chan os.Signal
	for range rounds {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGUSR1)
		if undo {
			signal.Stop(c)
		}
		left = append(left, c)
	}
	now := make(chan os.Signal, 1)
	signal.Notify(now, syscall.SIGUSR1)
	defer signal.Reset(syscall.SIGUSR1)
	if err := syscall.Kill(os.Getpid(), syscall.SIGUSR1); err != nil {
		t.Skip(err)
	}
	<-now
	time.Sleep(50 * time.Millisecond)
	n := 0
	for _, c := range left {
		n += len(c)
	}
	return n
}

func TestEveryChannelIsKept(t *testing.T) {
	if n := told(t, false); n != rounds {
		t.Errorf("%d of %d channels were told", n, rounds)
	}
}

func TestStopUndoesIt(t *testing.T) {
	if n := told(t, true); n != 0 {
		t.Errorf("%d channels were told", n)
	}
}

// run counts the functions of rounds long past that the end of the context still runs.
func run(undo bool) int32 {
	ctx, cancel := context.WithCancel(context.Background())
	var n atomic.Int32
	for range rounds {
		stop := context.AfterFunc(ctx, func() { n.Add(1) })
		if undo {
			stop()
		}
	}
	cancel()
	time.Sleep(50 * time.Millisecond)
	return n.Load()
}

func TestEveryFunctionIsKept(t *testing.T) {
	if n := run(false); n != rounds {
		t.Errorf("%d of %d functions ran", n, rounds)
	}
}

func TestTheStopFunctionUndoesIt(t *testing.T) {
	if n := run(true); n != 0 {
		t.Errorf("%d functions ran", n)
	}
}
