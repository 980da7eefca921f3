// Where the error is a certain one there is no response.
package cases

import (
	"errors"
	"net/http"
)

var errSkip = errors.New("skip")

func first(a, b http.RoundTripper, req *http.Request) (*http.Response, error) {
	if resp, err := a.RoundTrip(req); err != errSkip {
		return resp, err
	}
	if resp, err := b.RoundTrip(req); !errors.Is(err, errSkip) {
		return resp, err
	}
	return nil, errSkip
}
