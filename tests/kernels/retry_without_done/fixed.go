// A retry loop listens to its context while it backs off.
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
		select {
		case <-time.After(l.pause):
		case <-ctx.Done():
			return ctx.Err()
		}
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
