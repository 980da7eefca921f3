// Run time: each call leaves an idle connection and its two goroutines behind until the server hangs up.
package cases

import (
	"io"
	"net/http"
)

func Fetch(url string) ([]byte, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} // want discarded-transport[warning] "each call of Fetch"
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
