// There is a slot for each item and one more, which does the work that they hand out.
package cases

import "golang.org/x/sync/errgroup"

func shards(items []string, scan, report func(string) error) error {
	var g errgroup.Group
	g.SetLimit(len(items) + 1)
	for _, item := range items {
		g.Go(func() error {
			if err := scan(item); err != nil {
				return err
			}
			g.Go(func() error { return report(item) })
			return nil
		})
	}
	return g.Wait()
}
