// curfew: --level advice
// Both goroutines are joined by the group's Wait.
package cases

import (
	"testing"

	"golang.org/x/sync/errgroup"
)

func TestPipe(t *testing.T) {
	ch := make(chan int)
	var g errgroup.Group
	g.Go(func() error {
		defer close(ch)
		for i := range 3 {
			ch <- i
		}
		return nil
	})
	g.Go(func() error {
		for range ch {
		}
		return nil
	})
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
}
