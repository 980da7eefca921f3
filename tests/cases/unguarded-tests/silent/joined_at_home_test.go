// curfew: --level advice --rule unguarded-tests
// The function that starts the goroutine waits for it.
package cases

import (
	"sync"
	"testing"
)

func sum() (n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		n = 1
	}()
	wg.Wait()
	return n
}

func TestSum(t *testing.T) {
	if sum() != 1 {
		t.Error("not one")
	}
}
