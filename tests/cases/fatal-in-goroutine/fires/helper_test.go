// Run time: the helper's FailNow ends the goroutine that runs it.
package cases

import (
	"sync"
	"testing"
)

func TestAll(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		must(t, nil) // want fatal-in-goroutine "this goroutine calls t.FailNow"
	}()
	wg.Wait()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.FailNow()
	}
}
