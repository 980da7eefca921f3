// The work is given by the function that waits, which holds no slot.
package cases

import "golang.org/x/sync/errgroup"

func vacuum(tables []string, partitions func(string) []string, clean func(string) error) error {
	var g errgroup.Group
	g.SetLimit(8)
	for _, table := range tables {
		for _, p := range partitions(table) {
			g.Go(func() error { return clean(p) })
		}
	}
	return g.Wait()
}
