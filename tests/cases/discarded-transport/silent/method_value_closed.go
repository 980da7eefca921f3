// Near miss of method_value: the release is deferred through a method value as well.
package cases

import "net/http"

func Warm(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	get, end := client.Get, client.CloseIdleConnections
	defer end()
	for _, url := range urls {
		if resp, err := get(url); err == nil {
			resp.Body.Close()
		}
	}
}
