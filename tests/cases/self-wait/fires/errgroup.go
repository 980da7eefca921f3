// A function of the group waits for the group.
package cases

import "golang.org/x/sync/errgroup"

func All(parts []func() error) error {
	var g errgroup.Group
	for _, part := range parts {
		g.Go(part)
	}
	g.Go(func() error {
		return g.Wait() // want self-wait "g.Wait"
	})
	return g.Wait()
}
