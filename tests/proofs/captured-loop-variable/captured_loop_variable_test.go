//go:build go1.21

// One variable for all rounds: this file asks for Go 1.21's loops.
package proofs_captured_loop_variable

import (
	"sync"
	"testing"
)

// seen collects what is read when all rounds are over.
func seen(start func(use func(int), wg *sync.WaitGroup, after <-chan struct{})) map[int]int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	counts, after := map[int]int{}, make(chan struct{})
	start(func(i int) {
		mu.Lock()
		defer mu.Unlock()
		counts[i]++
	}, &wg, after)
	close(after)
	wg.Wait()
	return counts
}

func TestAllReadTheLast(t *testing.T) {
	counts := seen(func(use func(int), wg *sync.WaitGroup, after <-chan struct{}) {
		for _, i := range []int{1, 2, 3} {
			wg.Add(1)
			go func() {
				defer wg.Done()
				<-after
				use(i)
			}()
		}
	})
	if counts[3] != 3 {
		t.Errorf("counts %v", counts)
	}
}

func TestACopyIsItsOwn(t *testing.T) {
	counts := seen(func(use func(int), wg *sync.WaitGroup, after <-chan struct{}) {
		for _, i := range []int{1, 2, 3} {
			i := i
			wg.Add(1)
			go func() {
				defer wg.Done()
				<-after
				use(i)
			}()
		}
	})
	if counts[1] != 1 || counts[2] != 1 || counts[3] != 1 {
		t.Errorf("counts %v", counts)
	}
}

func TestDeferredSeesTheLast(t *testing.T) {
	sum := 0
	func() {
		for i := 0; i < 3; i++ {
			defer func() { sum += i }()
		}
	}()
	if sum != 9 {
		t.Errorf("sum %d", sum)
	}
}
