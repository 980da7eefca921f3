// curfew: --level advice
// No context is in scope and none of the functions takes one: the zero group is the right group.
package cases

import (
	"os"

	"golang.org/x/sync/errgroup"
)

func removeAll(paths []string) error {
	var g errgroup.Group
	for _, p := range paths {
		g.Go(func() error { return os.Remove(p) })
	}
	return g.Wait()
}
