// Run time: the deferred Fatal runs when the goroutine ends, on that goroutine.
package cases

import (
	"sync"
	"testing"
)

func TestDeferred(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer t.Fatal("the end") // want fatal-in-goroutine "t.Fatal ends the goroutine"
		work()
	}()
	wg.Wait()
}

func work() {}
