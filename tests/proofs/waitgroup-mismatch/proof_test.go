// A path without Done keeps Wait for good; one Done too many panics.
package proofs_waitgroup_mismatch

import (
	"errors"
	"sync"
	"testing"

	"proofs/bubble"
)

func get(url string) error {
	if url == "" {
		return errors.New("empty")
	}
	return nil
}

// fetch waits on a goroutine of its own, so that what never ends is left behind.
func fetch(urls []string, work func(wg *sync.WaitGroup, url string)) {
	go func() {
		var wg sync.WaitGroup
		for _, url := range urls {
			wg.Add(1)
			go work(&wg, url)
		}
		wg.Wait()
	}()
}

func onSuccess(wg *sync.WaitGroup, url string) {
	if get(url) != nil {
		return
	}
	wg.Done()
}

func deferred(wg *sync.WaitGroup, url string) {
	defer wg.Done()
	_ = get(url)
}

func TestThePathOfTheErrorKeepsWait(t *testing.T) {
	if !bubble.LeavesGoroutines(t, func() { fetch([]string{"a", ""}, onSuccess) }) {
		t.Error("Wait returned")
	}
}

func TestWithoutAnErrorItReturns(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() { fetch([]string{"a", "b"}, onSuccess) }) {
		t.Error("Wait never returned")
	}
}

func TestDeferredItReturns(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() { fetch([]string{"a", ""}, deferred) }) {
		t.Error("Wait never returned")
	}
}

func TestSkippedRoundsKeepWait(t *testing.T) {
	leaves := bubble.LeavesGoroutines(t, func() {
		go func() {
			var wg sync.WaitGroup
			items := []bool{true, false}
			wg.Add(len(items))
			for _, dirty := range items {
				if dirty {
					go wg.Done()
				}
			}
			wg.Wait()
		}()
	})
	if !leaves {
		t.Error("Wait returned")
	}
}

func TestOneTooManyPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	var wg sync.WaitGroup
	wg.Add(1)
	func() {
		defer wg.Done()
		wg.Done()
	}()
}
