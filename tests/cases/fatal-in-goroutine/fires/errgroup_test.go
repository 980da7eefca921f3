// Run time: the group's goroutine is ended; its function returns no error, and Wait gives nil.
package cases

import (
	"testing"

	"golang.org/x/sync/errgroup"
)

func TestGroup(t *testing.T) {
	var g errgroup.Group
	g.Go(func() error {
		t.Fatal("no") // want fatal-in-goroutine "t.Fatal ends the goroutine"
		return nil
	})
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
}
