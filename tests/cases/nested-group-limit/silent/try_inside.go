// TryGo does not wait, and the work that it refuses is done in place.
package cases

import "golang.org/x/sync/errgroup"

func walk(dirs []string, list func(string) []string, visit func(string) error) error {
	var g errgroup.Group
	g.SetLimit(8)
	for _, dir := range dirs {
		g.Go(func() error {
			for _, d := range list(dir) {
				work := func() error { return visit(d) }
				if !g.TryGo(work) {
					if err := work(); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	return g.Wait()
}
