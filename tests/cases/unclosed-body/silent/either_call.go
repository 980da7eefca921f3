// One check for the errors of two calls that stand beside each other.
package cases

import "net/http"

func either(c *http.Client, rt http.RoundTripper, req *http.Request, direct bool) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		if direct {
			resp, err = rt.RoundTrip(req)
		} else {
			resp, err = c.Do(req)
		}
		if err == nil {
			return resp, nil
		}
	}
	return nil, err
}
