// The goroutine has ended, and given its slot back, when the next is started.
package cases

import "golang.org/x/sync/errgroup"

func chain(first, second func() error) error {
	var g errgroup.Group
	g.SetLimit(1)
	var next func() error
	g.Go(func() error {
		next = second
		return first()
	})
	if err := g.Wait(); err != nil {
		return err
	}
	g.Go(next)
	return g.Wait()
}
