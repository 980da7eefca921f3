// Each goroutine has a group of its own for its parts: slots of the outer one are not asked for.
package cases

import "golang.org/x/sync/errgroup"

func vacuum(tables []string, partitions func(string) []string, clean func(string) error) error {
	var g errgroup.Group
	g.SetLimit(8)
	for _, table := range tables {
		g.Go(func() error {
			var parts errgroup.Group
			parts.SetLimit(8)
			for _, p := range partitions(table) {
				parts.Go(func() error { return clean(p) })
			}
			return parts.Wait()
		})
	}
	return g.Wait()
}
