// A fixed number of workers takes from the stream.
package cases

import "net/http"

type Notifier struct{ urls chan string }

func (n *Notifier) Notify(url string) { n.urls <- url }

func (n *Notifier) Run(workers int) {
	for i := 0; i < workers; i++ {
		go func() {
			for url := range n.urls {
				if resp, err := http.Get(url); err == nil {
					resp.Body.Close()
				}
			}
		}()
	}
}
