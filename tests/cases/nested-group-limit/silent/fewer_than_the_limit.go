// Two goroutines wait at most, and the third slot does all the work.
package cases

import "golang.org/x/sync/errgroup"

func sync2(pull, push, index func() error) error {
	var g errgroup.Group
	g.SetLimit(3)
	g.Go(func() error {
		g.Go(index)
		return pull()
	})
	g.Go(func() error {
		g.Go(index)
		return push()
	})
	return g.Wait()
}
