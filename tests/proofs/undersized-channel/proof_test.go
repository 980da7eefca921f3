// Senders that find neither a slot nor a receiver block for good.
package proofs_undersized_channel

import (
	"errors"
	"sync"
	"testing"

	"proofs/bubble"
)

func firstWins(slots, senders int) {
	answers := make(chan int, slots)
	for i := range senders {
		go func() { answers <- i }()
	}
	<-answers
}

func firstErrorReturns(slots, senders int) error {
	results := make(chan error, slots)
	for range senders {
		go func() { results <- errors.New("failed") }()
	}
	for range senders {
		if err := <-results; err != nil {
			return err
		}
	}
	return nil
}

func waitBeforeReceive(slots, senders int) error {
	var wg sync.WaitGroup
	errs := make(chan error, slots)
	for range senders {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs <- errors.New("failed")
		}()
	}
	wg.Wait()
	return <-errs
}

func TestFewerSlotsThanSends(t *testing.T) {
	for name, run := range map[string]func(slots, senders int){
		"the first answer wins":         firstWins,
		"the first error returns":       func(s, n int) { firstErrorReturns(s, n) },
		"the wait comes before receive": func(s, n int) { waitBeforeReceive(s, n) },
	} {
		if !bubble.LeavesGoroutines(t, func() { run(1, 3) }) {
			t.Errorf("%s: all senders ended", name)
		}
		if bubble.LeavesGoroutines(t, func() { run(3, 3) }) {
			t.Errorf("%s: senders are left although each has a slot", name)
		}
	}
}

func TestAllAreReceived(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() {
		out := make(chan int, 1)
		for i := range 3 {
			go func() { out <- i }()
		}
		for range 3 {
			<-out
		}
	}) {
		t.Error("senders are left although all were received")
	}
}

func TestSendersWithAWayOut(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() {
		out, stop := make(chan int), make(chan struct{})
		defer close(stop)
		for i := range 3 {
			go func() {
				select {
				case out <- i:
				case <-stop:
				}
			}()
		}
		<-out
	}) {
		t.Error("senders are left although they listen for the stop")
	}
}
