// An Add inside the goroutine that it counts comes too late for a Wait that runs first.
package proofs_late_add

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

const trials = 200

// early counts the trials in which Wait returned before the job was done. On one processor the new
// goroutine runs only when its creator blocks or is preempted, so Wait nearly always comes first.
func early(t *testing.T, start func(wg *sync.WaitGroup, job func())) int {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	count := 0
	for range trials {
		var wg sync.WaitGroup
		var finished atomic.Bool
		ended := make(chan struct{})
		start(&wg, func() {
			defer close(ended)
			finished.Store(true)
		})
		wg.Wait()
		if !finished.Load() {
			count++
		}
		<-ended
	}
	return count
}

func TestAddInsideTheGoroutine(t *testing.T) {
	n := early(t, func(wg *sync.WaitGroup, job func()) {
		go func() {
			wg.Add(1)
			defer wg.Done()
			job()
		}()
	})
	if n == 0 {
		t.Errorf("Wait waited in all of %d trials", trials)
	}
}

func TestGoFromAGoroutineThatIsNotCounted(t *testing.T) {
	n := early(t, func(wg *sync.WaitGroup, job func()) {
		go func() {
			wg.Go(job)
		}()
	})
	if n == 0 {
		t.Errorf("Wait waited in all of %d trials", trials)
	}
}

func TestAddBeforeTheGoroutine(t *testing.T) {
	n := early(t, func(wg *sync.WaitGroup, job func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			job()
		}()
	})
	if n != 0 {
		t.Errorf("Wait came too early in %d of %d trials", n, trials)
	}
}

// A goroutine that is counted may count others.
func TestAddInsideACountedGoroutine(t *testing.T) {
	n := early(t, func(wg *sync.WaitGroup, job func()) {
		wg.Go(func() {
			wg.Add(1)
			go func() {
				defer wg.Done()
				job()
			}()
		})
	})
	if n != 0 {
		t.Errorf("Wait came too early in %d of %d trials", n, trials)
	}
}
