// Without a limit no call waits for a slot.
package cases

import "golang.org/x/sync/errgroup"

func vacuum(tables []string, partitions func(string) []string, clean func(string) error) error {
	var g errgroup.Group
	for _, table := range tables {
		g.Go(func() error {
			for _, p := range partitions(table) {
				g.Go(func() error { return clean(p) })
			}
			return nil
		})
	}
	return g.Wait()
}
