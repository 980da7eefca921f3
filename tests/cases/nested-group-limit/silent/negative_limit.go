// A negative limit is none.
package cases

import "golang.org/x/sync/errgroup"

func copyAll(read, write func() error) error {
	var g errgroup.Group
	g.SetLimit(-1)
	g.Go(func() error {
		g.Go(write)
		return read()
	})
	return g.Wait()
}
