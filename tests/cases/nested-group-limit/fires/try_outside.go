// Run time: how the goroutine was started does not matter, it holds a slot and waits for another.
package cases

import "golang.org/x/sync/errgroup"

func warm(keys []string, load func(string) ([]string, error), put func(string) error) error {
	var g errgroup.Group
	g.SetLimit(4)
	for _, key := range keys {
		g.TryGo(func() error {
			values, err := load(key)
			for _, v := range values {
				g.Go(func() error { return put(v) }) // want nested-group-limit[warning] "g.Go"
			}
			return err
		})
	}
	return g.Wait()
}
