package outlived

import (
	"context"
	"testing"

	"proofs/bubble"
)

func TestALaterTestMeetsTheGoroutineOfAnEarlierOne(t *testing.T) {
	numbers := make(chan int)
	t.Run("earlier", func(t *testing.T) {
		go func() {
			for n := 0; ; n++ {
				numbers <- n
			}
		}()
	})
	t.Run("later", func(t *testing.T) {
		if <-numbers != 0 || <-numbers != 1 {
			t.Error("nothing was left of the earlier test")
		}
	})
}

func TestACancelThatNobodyWaitsForLeavesItRunning(t *testing.T) {
	cleaningUp, mayEnd, ended := make(chan struct{}), make(chan struct{}), make(chan struct{})
	t.Run("earlier", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		go func() {
			defer close(ended)
			<-ctx.Done()
			close(cleaningUp)
			<-mayEnd
		}()
	})
	<-cleaningUp
	select {
	case <-ended:
		t.Error("it had ended")
	default:
	}
	close(mayEnd)
	<-ended
}

func TestACleanupThatWaitsLeavesNothing(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan struct{})
		go func() {
			defer close(done)
			<-ctx.Done()
		}()
		cancel()
		<-done
	})
	if leaves {
		t.Error("something was left")
	}
}
