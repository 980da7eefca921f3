// Run time: the recursion hands its group down, and every level waits for a slot.
package cases

import "golang.org/x/sync/errgroup"

type node struct {
	children []*node
}

func each(g *errgroup.Group, n *node, do func(*node) error) {
	for _, child := range n.children {
		g.Go(func() error { // want nested-group-limit[warning] "g.Go"
			each(g, child, do)
			return do(child)
		})
	}
}

func All(root *node, do func(*node) error) error {
	g := &errgroup.Group{}
	g.SetLimit(10)
	each(g, root, do)
	return g.Wait()
}
