// Run time: eight goroutines, eight slots, and each waits for a ninth.
package cases

import "golang.org/x/sync/errgroup"

func shards(scan, report func(int) error) error {
	var g errgroup.Group
	g.SetLimit(8)
	for i := 0; i < 8; i++ {
		g.Go(func() error {
			if err := scan(i); err != nil {
				return err
			}
			g.Go(func() error { return report(i) }) // want nested-group-limit[error] "none comes free"
			return nil
		})
	}
	return g.Wait()
}
