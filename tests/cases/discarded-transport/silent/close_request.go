// Near miss of each_call: the request itself says that its connection is not kept.
package cases

import (
	"io"
	"net/http"
)

func Fetch(url string) ([]byte, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Close = true
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
