// Run time: the helper that each goroutine calls waits for a slot of the group that it is given.
package cases

import "golang.org/x/sync/errgroup"

func upload(g *errgroup.Group, parts []string, put func(string) error) {
	for _, p := range parts {
		g.Go(func() error { return put(p) }) // want nested-group-limit[warning] "g.Go"
	}
}

func uploadAll(files map[string][]string, put func(string) error) error {
	g := new(errgroup.Group)
	g.SetLimit(4)
	for _, parts := range files {
		g.Go(func() error {
			upload(g, parts, put)
			return nil
		})
	}
	return g.Wait()
}
