package untracked

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A disk takes a second for a write, and drops what is under way when it is closed.
type disk struct {
	mu     sync.Mutex
	closed bool
	lines  []string
}

func (d *disk) write(line string) {
	time.Sleep(time.Second)
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed {
		d.lines = append(d.lines, line)
	}
}

func (d *disk) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
}

type ledger struct {
	disk disk
	wg   sync.WaitGroup
}

func (l *ledger) book(line string)        { go l.disk.write(line) }
func (l *ledger) bookTracked(line string) { l.wg.Go(func() { l.disk.write(line) }) }

func (l *ledger) Close() {
	l.wg.Wait()
	l.disk.close()
}

func TestCloseCutsAnUntrackedWriteOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var l ledger
		l.book("order 1")
		l.Close()
		time.Sleep(time.Hour)
		if len(l.disk.lines) != 0 {
			t.Error("the write was waited for")
		}
	})
}

func TestCloseWaitsForATrackedWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var l ledger
		l.bookTracked("order 1")
		l.Close()
		if len(l.disk.lines) != 1 {
			t.Error("the write was lost")
		}
	})
}
