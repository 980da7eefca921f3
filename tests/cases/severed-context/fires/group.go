// Run time: one function of the group fails, the group's context ends, and the others keep waiting under fresh ones.
package cases

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func head(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func headAll(parent context.Context, urls []string) error {
	g, ctx := errgroup.WithContext(parent)
	g.SetLimit(8)
	for _, url := range urls {
		g.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return head(context.Background(), url) // want severed-context "ctx"
		})
	}
	return g.Wait()
}
