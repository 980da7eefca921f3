package stopwithoutwait

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A disk takes a second for a write, and refuses what comes after it is closed.
type disk struct {
	mu     sync.Mutex
	closed bool
	lines  int
}

func (d *disk) write() {
	time.Sleep(time.Second)
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed {
		d.lines++
	}
}

func (d *disk) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
}

type archiver struct {
	disk   *disk
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func start(d *disk) *archiver {
	ctx, cancel := context.WithCancel(context.Background())
	a := &archiver{disk: d, cancel: cancel}
	a.wg.Go(func() {
		for ctx.Err() == nil {
			a.disk.write()
		}
	})
	return a
}

func (a *archiver) Stop() { a.cancel() }

func (a *archiver) StopAndWait() {
	a.cancel()
	a.wg.Wait()
}

func linesAfter(t *testing.T, stop func(*archiver)) (lines int) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		a := start(d)
		time.Sleep(1500 * time.Millisecond) // the second write is half done
		stop(a)
		d.close()
		time.Sleep(time.Hour)
		lines = d.lines
	})
	return lines
}

func TestStopLosesTheWriteThatIsUnderWay(t *testing.T) {
	if n := linesAfter(t, (*archiver).Stop); n != 1 {
		t.Errorf("%d lines: the second write was not lost", n)
	}
}

func TestStopThatWaitsLosesNothing(t *testing.T) {
	if n := linesAfter(t, (*archiver).StopAndWait); n != 2 {
		t.Errorf("%d lines: the second write was lost", n)
	}
}
