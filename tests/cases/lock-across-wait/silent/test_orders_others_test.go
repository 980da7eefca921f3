// A test that holds the lock of what it tests makes others wait on purpose.
package cases

import (
	"sync"
	"testing"
	"time"
)

func TestOthersWait(t *testing.T) {
	var mu sync.Mutex
	done := make(chan struct{})
	mu.Lock()
	go func() {
		defer close(done)
		mu.Lock()
		mu.Unlock()
	}()
	time.Sleep(20 * time.Millisecond)
	mu.Unlock()
	<-done
}
