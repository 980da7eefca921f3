// Each page starts a goroutine for each of its links, and so do those.
package cases

import (
	"context"
	"net/http"
)

func links(ctx context.Context, url string) []string {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	return resp.Header["Link"]
}

func crawl(ctx context.Context, url string) {
	for _, link := range links(ctx, url) {
		go crawl(ctx, link) // want unbounded-spawn[warning] "crawl starts goroutines that run crawl again"
	}
}

func Crawl(ctx context.Context, url string) { crawl(ctx, url) }
