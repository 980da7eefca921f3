package unboundedspawn

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// most runs `consume` over a thousand items, each of which takes a second of work, and tells how many
// were worked on at a time.
func most(t *testing.T, consume func(items <-chan int, work func())) (most int) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		now := 0
		items := make(chan int)
		go func() {
			defer close(items)
			for i := range 1000 {
				items <- i
			}
		}()
		consume(items, func() {
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			now--
			mu.Unlock()
		})
		time.Sleep(time.Hour)
	})
	return most
}

func TestAGoroutineForEachItemPilesUp(t *testing.T) {
	n := most(t, func(items <-chan int, work func()) {
		for range items {
			go work()
		}
	})
	if n != 1000 {
		t.Errorf("%d goroutines at a time, not all of them", n)
	}
}

func TestATokenBoundsThem(t *testing.T) {
	const limit = 8
	n := most(t, func(items <-chan int, work func()) {
		slots := make(chan struct{}, limit)
		for range items {
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				work()
			}()
		}
	})
	if n != limit {
		t.Errorf("%d goroutines at a time, not %d", n, limit)
	}
}

func TestRecursionByGoMultiplies(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		count := 0
		var visit func(level int)
		visit = func(level int) {
			mu.Lock()
			count++
			mu.Unlock()
			time.Sleep(time.Second)
			if level < 10 { // the crawl itself has no such end
				for range 2 {
					go visit(level + 1)
				}
			}
		}
		visit(0)
		time.Sleep(time.Hour)
		if count != 1<<11-1 {
			t.Errorf("%d calls", count)
		}
	})
}
