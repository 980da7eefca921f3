// Near miss of value: the idle connections are closed when the call ends.
package cases

import (
	"io"
	"net/http"
)

func Size(url string) (int64, error) {
	transport := http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	client := http.Client{Transport: &transport}
	resp, err := client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return io.Copy(io.Discard, resp.Body)
}
