// An informer's Start uses the field's stop channel.
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
	i.stop = stop
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
