// Near miss of zero_timeout: idle connections end by themselves.
package cases

import (
	"net/http"
	"time"
)

func Touch(url string) error {
	transport := &http.Transport{MaxIdleConnsPerHost: 4}
	transport.IdleConnTimeout = 30 * time.Second
	client := &http.Client{Transport: transport}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
