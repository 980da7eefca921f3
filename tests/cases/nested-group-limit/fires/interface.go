// Run time: the stage is reached by an interface that one type implements; it waits for a slot.
package cases

import "golang.org/x/sync/errgroup"

type stage interface {
	run(item string) error
}

type fanOut struct {
	group *errgroup.Group
	send  func(string) error
}

func (f *fanOut) run(item string) error {
	f.group.Go(func() error { return f.send(item) }) // want nested-group-limit[warning] "f.group.Go"
	return nil
}

func pipeline(items []string, send func(string) error) error {
	g := new(errgroup.Group)
	g.SetLimit(5)
	var s stage = &fanOut{g, send}
	for _, item := range items {
		g.Go(func() error { return s.run(item) })
	}
	return g.Wait()
}
