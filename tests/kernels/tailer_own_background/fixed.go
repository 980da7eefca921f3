// A tailer's worker waits under a context derived from the service's.
package main

import (
	"context"
	"fmt"
	"time"
)

type tailer struct {
	lines chan string
	got   []string
}

func (t *tailer) next(ctx context.Context) (string, bool) {
	select {
	case l := <-t.lines:
		return l, true
	case <-ctx.Done():
		return "", false
	}
}

func (t *tailer) follow(ctx context.Context) {
	for {
		l, ok := t.next(ctx)
		if !ok {
			return
		}
		t.got = append(t.got, l)
	}
}

func (t *tailer) start(ctx context.Context) {
	tctx := context.WithValue(ctx, tailer{}.key(), "tail")
	go t.follow(tctx)
}

type tailerKey struct{}

func (tailer) key() tailerKey { return tailerKey{} }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	t := &tailer{lines: make(chan string)}
	t.start(ctx)
	t.lines <- "one"
	cancel()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(len(t.got))
}
