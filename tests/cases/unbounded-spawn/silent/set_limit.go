// The group has a limit: Go waits for a free place.
package cases

import (
	"net/http"

	"golang.org/x/sync/errgroup"
)

func All(urls <-chan string) error {
	var g errgroup.Group
	g.SetLimit(16)
	for url := range urls {
		g.Go(func() error {
			resp, err := http.Get(url)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		})
	}
	return g.Wait()
}
