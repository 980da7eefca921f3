// curfew: --level advice
// Defers run last in, first out: cancel comes before the wait.
package cases

import (
	"context"
	"sync"
	"testing"
)

func TestFollow(t *testing.T) {
	var wg sync.WaitGroup
	defer wg.Wait()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ready := make(chan struct{})
	wg.Go(func() {
		close(ready)
		<-ctx.Done()
	})
	<-ready
}
