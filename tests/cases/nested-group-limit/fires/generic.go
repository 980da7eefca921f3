// Run time: whatever the elements are, as many nodes as the limit wait for a slot at once.
package cases

import "golang.org/x/sync/errgroup"

type tree[T any] struct {
	value T
	left  *tree[T]
	right *tree[T]
}

func visit[T any](g *errgroup.Group, t *tree[T], do func(T) error) {
	if t == nil {
		return
	}
	g.Go(func() error { // want nested-group-limit[warning] "g.Go"
		visit(g, t.left, do)
		visit(g, t.right, do)
		return do(t.value)
	})
}

func Visit[T any](t *tree[T], do func(T) error) error {
	g := new(errgroup.Group)
	g.SetLimit(3)
	visit(g, t, do)
	return g.Wait()
}
