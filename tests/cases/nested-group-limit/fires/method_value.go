// Run time: the method that the goroutines run gives their own group the files.
package cases

import "golang.org/x/sync/errgroup"

type host struct {
	group *errgroup.Group
	files []string
	fetch func(string) error
}

func (h *host) pull() error {
	for _, f := range h.files {
		h.group.Go(func() error { return h.fetch(f) }) // want nested-group-limit[warning] "h.group.Go"
	}
	return nil
}

func mirror(hosts map[string][]string, fetch func(string) error) error {
	g := new(errgroup.Group)
	g.SetLimit(6)
	for _, files := range hosts {
		h := &host{g, files, fetch}
		g.Go(h.pull)
	}
	return g.Wait()
}
