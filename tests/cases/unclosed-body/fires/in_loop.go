// Run time: each retry replaces the response of the one before, which stays open.
package cases

import "net/http"

func retry(url string) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = http.Get(url) // want unclosed-body "not closed on every path"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}
