package undrainedclose

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

type log struct {
	lines   chan string
	written int
	cancel  context.CancelFunc
	done    chan struct{}
}

func open(drain bool) *log {
	ctx, cancel := context.WithCancel(context.Background())
	l := &log{lines: make(chan string, 100), cancel: cancel, done: make(chan struct{})}
	go l.run(ctx, drain)
	return l
}

// A line takes a second to write.
func (l *log) write() {
	time.Sleep(time.Second)
	l.written++
}

func (l *log) run(ctx context.Context, drain bool) {
	defer close(l.done)
	for {
		select {
		case <-ctx.Done():
			for drain && len(l.lines) > 0 {
				<-l.lines
				l.write()
			}
			return
		case <-l.lines:
			l.write()
		}
	}
}

func (l *log) Close() {
	l.cancel()
	<-l.done
}

func written(t *testing.T, drain bool) (n int) {
	synctest.Test(t, func(t *testing.T) {
		l := open(drain)
		for range 100 {
			l.lines <- "line" // accepted
		}
		l.Close()
		n = l.written
	})
	return n
}

func TestCloseLosesWhatIsLeftInTheQueue(t *testing.T) {
	// Each round the select takes one of two ready cases: that all lines win is as good as impossible.
	if n := written(t, false); n == 100 {
		t.Error("every line was written")
	}
}

func TestAWorkerThatDrainsLosesNothing(t *testing.T) {
	if n := written(t, true); n != 100 {
		t.Errorf("%d lines were written", n)
	}
}
