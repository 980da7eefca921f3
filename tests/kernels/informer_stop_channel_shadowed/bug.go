// An informer's Start hands its loop a stop channel that is not the field's: Stop closes the other one.
// fails: lives
// rule: immortal-goroutine, abandoned-receiver, deaf-range, untracked-goroutine
// in: Start sync
package main

import (
	"fmt"
	"time"
)

type informer struct {
	stop   chan struct{}
	resync time.Duration
	rounds int
}

func (i *informer) sync(stop <-chan struct{}) {
	t := time.NewTicker(i.resync)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			i.rounds++
		case <-stop:
			return
		}
	}
}

func (i *informer) Start() {
	stop := make(chan struct{})
	i.stop = make(chan struct{})
	go i.sync(stop)
}

func (i *informer) Stop() { close(i.stop) }

func use() {
	i := &informer{resync: time.Hour}
	i.Start()
	i.Stop()
	fmt.Println("stopped")
}

func main() {
	use()
	use()
	time.Sleep(10 * time.Millisecond)
}
