// Run time: the client's method is called through a value; the client is still nobody else's.
package cases

import "net/http"

func Warm(urls []string) {
	get := (&http.Client{Transport: &http.Transport{}}).Get // want discarded-transport[warning] "each call of Warm"
	for _, url := range urls {
		if resp, err := get(url); err == nil {
			resp.Body.Close()
		}
	}
}
