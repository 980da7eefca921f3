// Run time: the deferred call runs while the goroutine still holds its slot, which is the only one.
package cases

import "golang.org/x/sync/errgroup"

func build(compile, publish func() error) error {
	g := new(errgroup.Group)
	g.SetLimit(1)
	g.Go(func() error {
		defer g.Go(publish) // want nested-group-limit[error] "the only slot"
		return compile()
	})
	return g.Wait()
}
