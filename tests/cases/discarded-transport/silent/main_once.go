// Near miss of loop: main makes one transport for all rounds.
package main

import (
	"net/http"
	"os"
)

func main() {
	client := &http.Client{Transport: &http.Transport{}}
	for _, url := range os.Args[1:] {
		resp, err := client.Get(url)
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
}
