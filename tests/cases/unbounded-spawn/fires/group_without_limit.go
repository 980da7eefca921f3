// The group counts them and waits at the end; it has no limit.
package cases

import (
	"net/http"

	"golang.org/x/sync/errgroup"
)

func All(urls <-chan string) error {
	var g errgroup.Group
	for url := range urls {
		g.Go(func() error { // want unbounded-spawn "urls"
			resp, err := http.Get(url)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		})
	}
	return g.Wait()
}
