// Run time: as many tables as the limit are at their partitions at once.
package cases

import "golang.org/x/sync/errgroup"

func vacuum(tables []string, partitions func(string) []string, clean func(string) error) error {
	var g errgroup.Group
	g.SetLimit(8)
	for _, table := range tables {
		g.Go(func() error {
			for _, p := range partitions(table) {
				g.Go(func() error { return clean(p) }) // want nested-group-limit[warning] "none comes free"
			}
			return nil
		})
	}
	return g.Wait()
}
