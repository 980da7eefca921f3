// curfew: --go 1.21
// Run time: the group's goroutines fetch the last address again and again.
package cases

import "golang.org/x/sync/errgroup"

func fetchAll(urls []string, fetch func(string) error) error {
	var g errgroup.Group
	for _, url := range urls {
		g.Go(func() error {
			return fetch(url) // want captured-loop-variable "url is one variable"
		})
	}
	return g.Wait()
}
