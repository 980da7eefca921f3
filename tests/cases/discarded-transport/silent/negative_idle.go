// Near miss of declared: fewer than no idle connections are kept.
package cases

import "net/http"

func Ping(req *http.Request) error {
	var transport http.Transport
	transport.MaxIdleConnsPerHost = -1
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
