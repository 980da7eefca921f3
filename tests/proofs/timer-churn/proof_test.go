// Before Go 1.23's timers, time.After in a loop keeps every timer until it fires.
package proofs_timer_churn

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

const rounds = 5000

func after(ready <-chan int) {
	for range rounds {
		select {
		case <-ready:
		case <-time.After(time.Hour):
		}
	}
}

func oneTimer(ready <-chan int) {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for range rounds {
		select {
		case <-ready:
			if !timer.Stop() {
				<-timer.C
			}
		case <-timer.C:
		}
		timer.Reset(time.Hour)
	}
}

// Each round is ended by its own timer, so each has fired before the next is made.
func endsEachRound(<-chan int) {
	for range rounds / 2 {
		<-time.After(time.Microsecond)
	}
}

// left tells how many objects a loop leaves in the heap that no collection removes.
func left(loop func(<-chan int)) int {
	ready := make(chan int)
	close(ready)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	loop(ready)
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(ready)
	return int(after.HeapObjects) - int(before.HeapObjects)
}

const asChild = "PROOFS_OLD_TIMERS"

// The setting is read at start-up, so the old timers are tried in a process of their own.
func TestOldTimers(t *testing.T) {
	if os.Getenv(asChild) == "" {
		if !oldTimersExist() {
			t.Skip("this toolchain has no old timers any more")
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestOldTimers$", "-test.v")
		cmd.Env = append(os.Environ(), asChild+"=1", "GODEBUG=asynctimerchan=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	if n := left(after); n < rounds {
		t.Errorf("time.After, another case wins: %d objects left, want at least %d", n, rounds)
	}
	if n := left(oneTimer); n > rounds/10 {
		t.Errorf("one timer: %d objects left", n)
	}
	if n := left(endsEachRound); n > rounds/10 {
		t.Errorf("time.After ends each round: %d objects left", n)
	}
}

func TestNewTimers(t *testing.T) {
	if n := left(after); n > rounds/10 {
		t.Errorf("time.After: %d objects left", n)
	}
	if n := left(oneTimer); n > rounds/10 {
		t.Errorf("one timer: %d objects left", n)
	}
}

// From Go 1.27 on the setting is gone.
func oldTimersExist() bool {
	version := strings.TrimPrefix(runtime.Version(), "go")
	for _, v := range []string{"1.23", "1.24", "1.25", "1.26"} {
		if version == v || strings.HasPrefix(version, v+".") {
			return true
		}
	}
	return false
}
