// Run time: one pool for each host, each with a connection that nobody will use again.
package main

import (
	"net/http"
	"os"
)

func main() {
	for _, url := range os.Args[1:] {
		client := new(http.Client)
		client.Transport = &http.Transport{} // want discarded-transport[warning] "each round"
		resp, err := client.Get(url)
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
}
