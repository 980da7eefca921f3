// A receiver that leaves strands the goroutine that sends to it.
package proofs_abandoned_sender

import (
	"errors"
	"sync"
	"testing"
	"time"

	"proofs/bubble"
)

func work() int {
	time.Sleep(2 * time.Second)
	return 1
}

func timerWins(slots int) {
	out := make(chan int, slots)
	go func() { out <- work() }()
	select {
	case <-out:
	case <-time.After(time.Second):
	}
}

func errorBetween(slots int) error {
	out := make(chan int, slots)
	go func() { out <- work() }()
	if err := errors.New("link"); err != nil {
		return err
	}
	<-out
	return nil
}

func streamLeft(slots int) {
	out := make(chan int, slots)
	go func() {
		defer close(out)
		for i := range 4 {
			out <- i
		}
	}()
	for v := range out {
		if v == 0 {
			return
		}
	}
}

func waitFirst(slots int) int {
	var wg sync.WaitGroup
	out := make(chan int, slots)
	wg.Go(func() { out <- work() })
	wg.Wait()
	return <-out
}

func TestReceiverLeaves(t *testing.T) {
	for name, run := range map[string]func(slots int){
		"timer":  timerWins,
		"error":  func(slots int) { errorBetween(slots) },
		"stream": streamLeft,
		"wait":   func(slots int) { waitFirst(slots) },
	} {
		// What is left has time to end after the receiver has gone.
		leaves := func(slots int) bool {
			return bubble.LeavesGoroutines(t, func() {
				run(slots)
				time.Sleep(time.Minute)
			})
		}
		if !leaves(0) {
			t.Errorf("%s: the sender ended without a slot", name)
		}
		if leaves(4) {
			t.Errorf("%s: the sender is left although it has slots", name)
		}
	}
}
