// Each round waits for the goroutine that it started.
package cases

import (
	"net/http"
	"time"
)

type Notifier struct{ urls chan string }

func (n *Notifier) Notify(url string) { n.urls <- url }

func (n *Notifier) Run() {
	for url := range n.urls {
		done := make(chan error, 1)
		go func() {
			resp, err := http.Get(url)
			if err == nil {
				resp.Body.Close()
			}
			done <- err
		}()
		select {
		case <-done:
		case <-time.After(time.Second):
		}
	}
}
