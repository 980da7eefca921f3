// Stop closes the channel that the loop listens to, and waits: a deferred call in main can use it.
package cases

import (
	"sync"
	"time"
)

var (
	once sync.Once
	quit = make(chan struct{})
	done = make(chan struct{})
	hits int
)

func Hits() int {
	once.Do(func() { go count() })
	return hits
}

func count() {
	defer close(done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			hits++
		case <-quit:
			return
		}
	}
}

func Stop() {
	close(quit)
	<-done
}
