// Near miss of each_call: code that is not seen is given the transport, and may close or share it.
package cases

import (
	"io"
	"net/http"
)

func Fetch(url string, wrap func(http.RoundTripper) http.RoundTripper) ([]byte, error) {
	client := &http.Client{Transport: wrap(&http.Transport{MaxIdleConns: 10})}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
