// Every call of the recursion makes a group, so that nobody waits for a slot that he holds.
package cases

import "golang.org/x/sync/errgroup"

type node struct {
	children []*node
}

func each(n *node, do func(*node) error) error {
	g := new(errgroup.Group)
	g.SetLimit(4)
	for _, child := range n.children {
		g.Go(func() error { return each(child, do) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return do(n)
}
