// Package mail starts a goroutine of each kind.
package mail

import (
	"context"
	"sync"
	"time"
)

type Box struct {
	in   chan string
	done chan struct{}
}

func Open() *Box {
	b := &Box{in: make(chan string), done: make(chan struct{})}
	go b.deliver()
	return b
}

func (b *Box) deliver() {
	defer close(b.done)
	for letter := range b.in {
		time.Sleep(250 * time.Millisecond)
		_ = letter
	}
}

func (b *Box) Close() {
	close(b.in)
	<-b.done
}

func All(ctx context.Context, work []func(context.Context)) {
	var wg sync.WaitGroup
	for _, w := range work {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w(ctx)
		}()
	}
	wg.Wait()
}

func Remind(ctx context.Context, later chan<- string) {
	go func() {
		select {
		case <-ctx.Done():
		case later <- "now":
		}
	}()
}

func Sweep() {
	go func() {
		for range time.Tick(time.Minute) {
		}
	}()
}

func Count() {
	//curfew:detached counts until the process ends
	go func() {
		for {
			time.Sleep(time.Second)
		}
	}()
}
