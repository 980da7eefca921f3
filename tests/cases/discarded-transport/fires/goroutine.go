// Run time: each message starts a goroutine that makes a transport, uses it once and ends.
package cases

import "net/http"

func forward(urls <-chan string) {
	for url := range urls {
		notify(url)
	}
}

func notify(url string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		client := &http.Client{Transport: &http.Transport{}} // want discarded-transport[warning] "each call of the function literal in notify"
		if resp, err := client.Get(url); err == nil {
			resp.Body.Close()
		}
	}()
	<-done
}

func Run(urls <-chan string) { forward(urls) }
