// The short flag is given: that path returns before quit is closed.
package cases

import (
	"testing"
	"time"
)

func TestHeart(t *testing.T) {
	quit, done := make(chan struct{}), make(chan struct{})
	beats := make(chan int, 1)
	go func() { // want test-outlived "TestHeart"
		defer close(done)
		for n := 0; ; n++ {
			select {
			case <-quit:
				return
			case beats <- n:
			case <-time.After(time.Second):
			}
		}
	}()
	<-beats
	if testing.Short() {
		return
	}
	<-beats
	close(quit)
	<-done
}
