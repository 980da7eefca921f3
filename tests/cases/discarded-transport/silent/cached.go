// Near miss of loop: each host's client is kept in a map for its next request.
package cases

import "net/http"

var clients = map[string]*http.Client{}

func Poll(hosts []string) {
	for _, host := range hosts {
		client, ok := clients[host]
		if !ok {
			client = &http.Client{Transport: &http.Transport{}}
			clients[host] = client
		}
		if resp, err := client.Get(host); err == nil {
			resp.Body.Close()
		}
	}
}
