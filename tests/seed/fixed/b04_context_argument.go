// The method takes its caller's context now; the field is still there, and still used by another.
package fixed

import (
	"context"
	"net/http"
)

type Fetcher struct {
	ctx context.Context
}

func NewFetcher(ctx context.Context) *Fetcher { return &Fetcher{ctx: ctx} }

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

func (f *Fetcher) Do(ctx context.Context, url string) error { return get(ctx, url) }

func (f *Fetcher) Check(url string) error { return get(f.ctx, url) }
