// What is found goes to a queue; the loop that starts goroutines is outside of the group.
package cases

import "golang.org/x/sync/errgroup"

func walk(root string, list func(string) []string) error {
	var g errgroup.Group
	g.SetLimit(8)
	level := []string{root}
	for len(level) > 0 {
		found := make([][]string, len(level))
		for i, dir := range level {
			g.Go(func() error {
				found[i] = list(dir)
				return nil
			})
		}
		if err := g.Wait(); err != nil {
			return err
		}
		level = nil
		for _, dirs := range found {
			level = append(level, dirs...)
		}
	}
	return nil
}
