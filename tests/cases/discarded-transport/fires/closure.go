// Run time: a closure sends the requests, and it ends with the call that made the transport.
package cases

import "net/http"

func Check(urls []string) int {
	transport := &http.Transport{} // want discarded-transport[warning] "each call of Check"
	client := &http.Client{Transport: transport}
	failed := 0
	check := func(url string) {
		resp, err := client.Head(url)
		if err != nil {
			failed++
			return
		}
		resp.Body.Close()
	}
	for _, url := range urls {
		check(url)
	}
	return failed
}
