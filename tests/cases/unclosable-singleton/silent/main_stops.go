// The unexported stop has a caller: main defers it.
package main

import (
	"sync"
	"time"
)

var (
	once sync.Once
	quit = make(chan struct{})
	done = make(chan struct{})
	laps int
)

func lap() int {
	once.Do(func() { go count() })
	return laps
}

func count() {
	defer close(done)
	for {
		select {
		case <-time.After(time.Second):
			laps++
		case <-quit:
			return
		}
	}
}

func stop() {
	close(quit)
	<-done
}

func main() {
	lap()
	defer stop()
	time.Sleep(3 * time.Second)
}
