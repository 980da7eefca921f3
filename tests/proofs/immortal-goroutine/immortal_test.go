package immortal

import (
	"context"
	"testing"
	"time"

	"proofs/bubble"
)

func TestStoppedTickerLeavesTheRangeBlocked(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		ticker := time.NewTicker(time.Second)
		go func() {
			for range ticker.C {
			}
		}()
		time.Sleep(1500 * time.Millisecond)
		ticker.Stop()
	})
	if !leaves {
		t.Error("the range ended after Stop")
	}
}

func TestContextEndsTheLoop(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		ctx, cancel := context.WithCancel(context.Background())
		go func() {
			ticker := time.NewTicker(time.Second)
			defer ticker.Stop()
			for {
				select {
				case <-ctx.Done():
					return
				case <-ticker.C:
				}
			}
		}()
		time.Sleep(1500 * time.Millisecond)
		cancel()
	})
	if leaves {
		t.Error("the loop outlived its context")
	}
}

func TestBreakInSelectStaysInTheLoop(t *testing.T) {
	quit := make(chan struct{})
	rounds := make(chan int)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-quit:
				break
			}
			rounds <- n
		}
	}()
	close(quit)
	for want := range 3 {
		if got := <-rounds; got != want {
			t.Errorf("round %d, want %d", got, want)
		}
	}
}
