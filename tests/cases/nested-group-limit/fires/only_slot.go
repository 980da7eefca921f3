// Run time: the goroutine holds the only slot and waits for it.
package cases

import "golang.org/x/sync/errgroup"

func copyAll(read, write func() error) error {
	var g errgroup.Group
	g.SetLimit(1)
	g.Go(func() error {
		if err := read(); err != nil {
			return err
		}
		g.Go(write) // want nested-group-limit[error] "the only slot"
		return nil
	})
	return g.Wait()
}
