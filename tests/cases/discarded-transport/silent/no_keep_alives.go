// Near miss of loop: no connection outlives its request.
package main

import (
	"net/http"
	"os"
)

func main() {
	for _, url := range os.Args[1:] {
		client := new(http.Client)
		client.Transport = &http.Transport{DisableKeepAlives: true}
		resp, err := client.Get(url)
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
}
