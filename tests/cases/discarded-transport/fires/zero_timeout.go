// Run time: no idle timeout at all is what a zero IdleConnTimeout means, and a positive number of idle connections is no end of them.
package cases

import "net/http"

func Touch(url string) error {
	transport := &http.Transport{MaxIdleConnsPerHost: 4} // want discarded-transport[warning] "each call of Touch"
	transport.IdleConnTimeout = 0
	transport.DisableKeepAlives = false
	client := &http.Client{Transport: transport}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
