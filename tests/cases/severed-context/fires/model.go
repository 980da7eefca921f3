// Run time: the request is built on a fresh context, so a hanging server holds the call although ctx ended.
package cases

import (
	"context"
	"net/http"
)

func fetch(ctx context.Context, client *http.Client, url string) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, url, nil) // want severed-context "ctx"
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
