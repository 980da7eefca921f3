// A loop that polls and sleeps ends up to one sleep late; a loop that listens ends at once.
package proofs_deaf_sleep

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

const pause = 30 * time.Second

func pollAndSleep(ctx context.Context) (rounds int) {
	for {
		select {
		case <-ctx.Done():
			return rounds
		default:
		}
		time.Sleep(pause)
		rounds++
	}
}

func listen(ctx context.Context) (rounds int) {
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return rounds
		case <-ticker.C:
			rounds++
		}
	}
}

func TestStopLatency(t *testing.T) {
	for _, c := range []struct {
		name   string
		loop   func(context.Context) int
		took   time.Duration
		rounds int
	}{
		// Cancelled one second into the first pause, and one round of work is still done.
		{"polls", pollAndSleep, pause, 1},
		{"listens", listen, time.Second, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(time.Second, cancel)
				start := time.Now()
				rounds := c.loop(ctx)
				if took := time.Since(start); took != c.took || rounds != c.rounds {
					t.Errorf("ended after %v and %d rounds, want %v and %d", took, rounds, c.took, c.rounds)
				}
			})
		})
	}
}
