// A download fails: the closure kept in a variable captures the caller's context, which outlives the failure.
package cases

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func download(ctx context.Context, urls []string) error {
	var downloads errgroup.Group // want bare-errgroup "downloads"
	for _, u := range urls {
		get := func() error {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
			if err != nil {
				return err
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		}
		downloads.Go(get)
	}
	return downloads.Wait()
}
