// Run time: the walker's goroutines visit the children, each with a slot in hand.
package cases

import "golang.org/x/sync/errgroup"

type walker struct {
	group errgroup.Group
	list  func(dir string) ([]string, error)
}

func newWalker(list func(string) ([]string, error)) *walker {
	w := &walker{list: list}
	w.group.SetLimit(16)
	return w
}

func (w *walker) visit(dir string) {
	w.group.Go(func() error { // want nested-group-limit[warning] "w.group.Go"
		dirs, err := w.list(dir)
		for _, d := range dirs {
			w.visit(d)
		}
		return err
	})
}

func (w *walker) run(root string) error {
	w.visit(root)
	return w.group.Wait()
}
