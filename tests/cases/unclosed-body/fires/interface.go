// Run time: whatever the transport is, its response has a body to close.
package cases

import "net/http"

type logged struct{ next http.RoundTripper }

func (l logged) status(req *http.Request) (int, error) {
	resp, err := l.next.RoundTrip(req) // want unclosed-body "the body of resp, from l.next.RoundTrip, is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
