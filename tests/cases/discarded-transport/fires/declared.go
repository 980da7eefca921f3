// Run time: the zero transport keeps its connections as every other does.
package cases

import "net/http"

func Ping(req *http.Request) error {
	var transport http.Transport // want discarded-transport[warning] "each call of Ping"
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
