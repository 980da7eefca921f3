// A retry loop waits for its back-off and for nothing else: its owner's stop waits as long as the peer is down.
// fails: hang
// rule: deaf-sleep, severed-context, immortal-goroutine, deaf-range
// in: connect run
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type dialer func(addr string) error

type link struct {
	addr  string
	dial  dialer
	pause time.Duration
	tries int
}

func (l *link) connect(ctx context.Context) error {
	for {
		l.tries++
		err := l.dial(l.addr)
		if err == nil {
			return nil
		}
		time.Sleep(l.pause)
	}
}

func (l *link) run(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	if err := l.connect(ctx); err != nil {
		return
	}
	<-ctx.Done()
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	l := &link{addr: "peer", pause: 20 * time.Millisecond, dial: func(string) error { return errors.New("refused") }}
	wg.Add(1)
	go l.run(ctx, &wg)
	time.Sleep(5 * time.Millisecond)
	cancel()
	wg.Wait()
	fmt.Println("stopped")
}
