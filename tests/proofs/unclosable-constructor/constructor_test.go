package constructor

import (
	"sync"
	"testing"
	"time"

	"proofs/bubble"
)

type meter struct {
	ticker *time.Ticker
	close  sync.Once
	quit   chan struct{}
	done   chan struct{}
}

func newStuck() *meter {
	m := &meter{ticker: time.NewTicker(time.Second)}
	go func() {
		for range m.ticker.C {
		}
	}()
	return m
}

func newClosable() *meter {
	m := &meter{ticker: time.NewTicker(time.Second), quit: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(m.done)
		defer m.ticker.Stop()
		for {
			select {
			case <-m.ticker.C:
			case <-m.quit:
				return
			}
		}
	}()
	return m
}

func (m *meter) Close() {
	m.close.Do(func() { close(m.quit) })
	<-m.done
}

func TestTheGoroutineOutlivesTheValue(t *testing.T) {
	if !bubble.LeavesGoroutines(t, func() { newStuck() }) {
		t.Error("the goroutine ended with the value")
	}
}

func TestStoppingTheTickerIsNoClose(t *testing.T) {
	if !bubble.LeavesGoroutines(t, func() { newStuck().ticker.Stop() }) {
		t.Error("the goroutine ended with the ticker")
	}
}

func TestCloseEndsTheGoroutine(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() { newClosable().Close() }) {
		t.Error("the goroutine outlived Close")
	}
}
