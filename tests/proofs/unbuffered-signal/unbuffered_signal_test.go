//go:build unix

// A signal that nobody is receiving is dropped unless its channel has a slot.
package proofs_unbuffered_signal

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
)

// kept says whether a channel of that capacity has a signal that came before its receiver.
func kept(t *testing.T, slots int) bool {
	c, delivered := make(chan os.Signal, slots), make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	defer signal.Stop(c)
	signal.Notify(delivered, syscall.SIGUSR1)
	defer signal.Stop(delivered)
	if err := syscall.Kill(os.Getpid(), syscall.SIGUSR1); err != nil {
		t.Fatal(err)
	}
	<-delivered
	// Stop returns when no delivery is under way any more.
	signal.Stop(c)
	select {
	case <-c:
		return true
	default:
		return false
	}
}

func TestWithoutSlotItIsDropped(t *testing.T) {
	if kept(t, 0) {
		t.Error("it was kept")
	}
}

func TestASlotKeepsIt(t *testing.T) {
	if !kept(t, 1) {
		t.Error("it was dropped")
	}
}
